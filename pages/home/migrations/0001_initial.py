"""The tables of this room."""

import blocks.field
import django.db.models.deletion
import modelcluster.fields
import pages.base
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pictures', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('greeting', models.CharField(blank=True, help_text='One sentence, as you would say it at the door.', max_length=120, verbose_name='greeting')),
                ('invitations', blocks.field.BlockField(blank=True)),
                ('shows_today', models.BooleanField(default=True, help_text='From the opening hours and the calendar, always up to date.', verbose_name="show whether we are open, and today's dates")),
                ('ways_in', blocks.field.BlockField(blank=True)),
                ('body', blocks.field.BlockField(blank=True)),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'home page',
                'verbose_name_plural': 'home pages',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
    ]
