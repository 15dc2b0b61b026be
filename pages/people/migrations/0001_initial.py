"""The tables of this room."""

import django.db.models.deletion
import modelsearch.index
import pages.findable
import pages.tongues
import pages.wording
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pictures', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('role', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='What she or he does here, in a few words.', max_length=255, verbose_name='role')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('mail', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('languages', pages.tongues.TonguesField(blank=True, default=list, verbose_name='speaks')),
                ('office_hours', pages.wording.WordingField(blank=True, default=pages.wording.Wording, max_length=255, verbose_name='when one can be reached')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['name'],
                'base_manager_name': 'objects',
            },
            bases=(pages.findable.Findable, modelsearch.index.Indexed, models.Model),
        ),
    ]
