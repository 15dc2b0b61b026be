"""The tables of this room."""

import blocks.field
import django.db.models.deletion
import modelcluster.fields
import pages.base
import pages.wording
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pictures', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PartnerIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('body', blocks.field.BlockField(blank=True)),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'list of partners',
                'verbose_name_plural': 'lists of partners',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='PartnerPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('kind', models.CharField(choices=[('carrier', 'carrier'), ('cooperation', 'cooperation partner'), ('funder', 'funder'), ('umbrella', 'we are a member')], default='cooperation', max_length=11, verbose_name='what are they to us?')),
                ('link', models.URLField(blank=True, verbose_name='website')),
                ('first_day', models.DateField(blank=True, null=True, verbose_name='since')),
                ('last_day', models.DateField(blank=True, help_text='Of funders: afterwards logo and wording drop out.', null=True, verbose_name='until')),
                ('duty_text', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Word for word, for example: “Funded by the Federal Ministry …”.', max_length=400, verbose_name='wording that a funder asks for')),
                ('contact_name', models.CharField(blank=True, max_length=120, verbose_name='contact')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('mail', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('body', blocks.field.BlockField(blank=True)),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='logo')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'partner',
                'verbose_name_plural': 'partners',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Funding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('first_day', models.DateField(blank=True, help_text='Empty: as with the funder.', null=True, verbose_name='from')),
                ('last_day', models.DateField(blank=True, help_text='The last day on which logo and wording appear here.', null=True, verbose_name='until')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='fundings', to=settings.WAGTAIL_PAGE_MODEL)),
                ('funder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='funded', to='partners.partnerpage', verbose_name='funded by')),
            ],
            options={
                'verbose_name': 'funding',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
