"""The tables of this room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlainText',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='plain_text', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('text', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12)),
                ('fold', models.CharField(max_length=60)),
                ('stem', models.CharField(max_length=60)),
                ('tail', models.CharField(blank=True, max_length=60)),
                ('spelling', models.CharField(max_length=120)),
            ],
            options={
                'indexes': [models.Index(fields=['language', 'stem'], name='words_by_stem')],
                'constraints': [models.UniqueConstraint(fields=('language', 'fold'), name='one_word_per_fold')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('in_title', models.BooleanField()),
                ('page', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                ('word', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='search.word')),
            ],
            options={
                'indexes': [models.Index(fields=['word', 'page', 'in_title'], name='mentions_by_word')],
                'constraints': [models.UniqueConstraint(fields=('page', 'word'), name='one_mention_per_page')],
            },
        ),
    ]
