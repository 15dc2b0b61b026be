"""The tables of this room."""

import modelsearch.index
import pages.wording
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', pages.wording.WordingField(default=pages.wording.Wording, max_length=80, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='Appears in addresses; small letters, no spaces. Empty: made from the name.', unique=True, verbose_name='short name')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['slug'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Audience',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', pages.wording.WordingField(default=pages.wording.Wording, max_length=80, verbose_name='name')),
                ('slug', models.SlugField(blank=True, help_text='Appears in addresses; small letters, no spaces. Empty: made from the name.', unique=True, verbose_name='short name')),
                ('sort_order', models.IntegerField(default=1, verbose_name='order')),
            ],
            options={
                'verbose_name': 'audience',
                'verbose_name_plural': 'audiences',
                'ordering': ['sort_order', 'pk'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
    ]
