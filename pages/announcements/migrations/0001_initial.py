"""The tables of this room."""

import blocks.field
import django.db.models.deletion
import modelcluster.fields
import pages.base
import pages.drafts
import pages.easy.checking
import pages.serving
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pictures', '0001_initial'),
        ('places', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AnnouncementPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('kind', models.CharField(choices=[('information', 'Information'), ('warning', 'Warning'), ('emergency', 'Emergency'), ('closure', 'Closed')], default='information', max_length=11, verbose_name='kind')),
                ('sentence', models.CharField(blank=True, choices=[('', 'own words'), ('closed', 'The house is closed today'), ('early', 'The house closes earlier today'), ('lift', 'The lift is out of order'), ('water', 'There is no water in the house'), ('power', 'There is no electricity in the house'), ('phone', 'Nobody can reach us by phone at present'), ('cancelled', 'A date is cancelled'), ('moved', 'A date is moved')], default='', help_text='It is the title in every language, wherever the page is not translated.', max_length=9, verbose_name='standard sentence')),
                ('starts', models.DateTimeField(blank=True, help_text='Empty: as soon as it is published.', null=True, verbose_name='from')),
                ('ends', models.DateTimeField(blank=True, help_text='From then on it stands only in the archive.', null=True, verbose_name='until')),
                ('shown', models.CharField(choices=[('all', 'as a banner on all pages'), ('home', 'on the home page'), ('list', 'only in the list of news')], default='list', max_length=4, verbose_name='where is it shown?')),
                ('weight', models.PositiveSmallIntegerField(default=0, help_text='Of several banners the heaviest stands first.', verbose_name='weight')),
                ('link', models.URLField(blank=True, verbose_name='or at this address')),
                ('event', models.UUIDField(blank=True, editable=False, null=True)),
                ('date', models.DateTimeField(blank=True, editable=False, null=True)),
                ('body', blocks.field.BlockField(blank=True)),
                ('link_page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='more about it on this page')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('room', models.ForeignKey(blank=True, help_text='If it is about one room only.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room', verbose_name='room')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'permissions': [('add_urgent_notice', 'Can publish an urgent notice')],
                'verbose_name': 'announcement',
                'verbose_name_plural': 'announcements',
            },
            bases=(pages.base.FactsAndTexts, pages.serving.Served, pages.drafts.Kept, pages.easy.checking.Checked, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='NewsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('body', blocks.field.BlockField(blank=True)),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'list of news',
                'verbose_name_plural': 'lists of news',
            },
            bases=(pages.base.FactsAndTexts, pages.serving.Served, pages.drafts.Kept, pages.easy.checking.Checked, 'wagtailcore.page'),
        ),
    ]
