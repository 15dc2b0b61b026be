"""The tables of this room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(help_text='As it is written in the texts: Barriere-Freiheit.', max_length=80, unique=True, verbose_name='word')),
                ('explanation', models.TextField(help_text='In short sentences. It stands below the sentence in which a page in Leichte Sprache uses the word for the first time.', max_length=400, verbose_name='explanation')),
            ],
            options={
                'verbose_name': 'explained word',
                'verbose_name_plural': 'explained words',
                'ordering': ['word'],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by', models.CharField(max_length=160, verbose_name='checked by')),
                ('on', models.DateField(verbose_name='checked on')),
                ('text', models.CharField(editable=False, max_length=64)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'check of a text in Leichte Sprache',
                'ordering': ['-pk'],
            },
        ),
    ]
