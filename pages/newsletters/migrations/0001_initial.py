"""The tables of this room."""

import blocks.field
import django.db.models.deletion
import modelcluster.fields
import pages.base
import pages.drafts
import pages.easy.checking
import pages.serving
import pages.wording
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0001_initial'),
        ('mailings', '0001_initial'),
        ('pictures', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NewsletterIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('prepares_drafts', models.BooleanField(default=True, help_text='A week before the month begins a draft lies ready, with what happens then.', verbose_name='prepare a draft every month')),
                ('body', blocks.field.BlockField(blank=True)),
                ('audiences_offered', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='topics.audience', verbose_name='audiences that one can choose')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
                ('topics_offered', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Nothing ticked: nobody is asked, everybody gets every issue.', related_name='+', to='topics.topic', verbose_name='topics that one can choose')),
            ],
            options={
                'verbose_name': 'newsletter',
                'verbose_name_plural': 'newsletters',
            },
            bases=(pages.base.FactsAndTexts, pages.serving.Served, pages.drafts.Kept, pages.easy.checking.Checked, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='NewsletterPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('subject', models.CharField(blank=True, help_text='Empty: the title. Up to 50 characters show everywhere.', max_length=200, verbose_name='subject')),
                ('preheader', models.CharField(blank=True, help_text='Mail programs show up to 90 characters of it beside the subject. Empty: the summary.', max_length=200, verbose_name='preview text')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='events from')),
                ('last_day', models.DateField(blank=True, null=True, verbose_name='events until')),
                ('body', blocks.field.BlockField(blank=True)),
                ('for_audiences', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='topics.audience', verbose_name='or one of these audiences')),
                ('for_topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Nothing ticked: for everybody. Who has chosen nothing gets every issue.', related_name='+', to='topics.topic', verbose_name='only for those who chose one of these topics')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'newsletter issue',
                'verbose_name_plural': 'newsletter issues',
            },
            bases=(pages.base.FactsAndTexts, pages.serving.Served, pages.drafts.Kept, pages.easy.checking.Checked, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('is_in', models.BooleanField(default=True, verbose_name='goes in')),
                ('short', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Empty: the summary of the page.', max_length=300, verbose_name='shorter text')),
                ('about', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='newsletters.newsletterpage')),
            ],
            options={
                'verbose_name': 'entry',
                'verbose_name_plural': 'entries',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Preparation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('index', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='newsletters.newsletterindexpage')),
                ('issue', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='preparation', to='newsletters.newsletterpage')),
            ],
            options={
                'default_permissions': [],
                'constraints': [models.UniqueConstraint(fields=('index', 'month'), name='one_draft_for_each_month')],
            },
        ),
        migrations.CreateModel(
            name='Told',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.UUIDField()),
                ('original', models.DateTimeField()),
                ('state', models.CharField(choices=[('scheduled', 'takes place'), ('cancelled', 'cancelled'), ('postponed', 'postponed'), ('closed', 'the house is closed')], max_length=9)),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField(null=True)),
                ('is_whole_day', models.BooleanField(default=False)),
                ('version', models.PositiveSmallIntegerField(default=0)),
                ('dismissed', models.CharField(blank=True, max_length=64)),
                ('mailing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='told', to='mailings.mailing')),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room')),
            ],
            options={
                'default_permissions': [],
                'indexes': [models.Index(fields=['starts'], name='newsletters_starts_bdc0f4_idx')],
                'constraints': [models.UniqueConstraint(fields=('mailing', 'event', 'original'), name='told_once')],
            },
        ),
    ]
