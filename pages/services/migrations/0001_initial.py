"""The tables of this room."""

import blocks.field
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import pages.base
import pages.services.models.service
import pages.tongues
import pages.numbers
import pages.wording
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('enquiries', '0001_initial'),
        ('partners', '0001_initial'),
        ('people', '0001_initial'),
        ('pictures', '0001_initial'),
        ('places', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='ServiceIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('body', blocks.field.BlockField(blank=True)),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'finder for services',
                'verbose_name_plural': 'finders for services',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ServicePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('is_by_appointment', models.BooleanField(default=False, help_text='Instead of fixed times, or beside them.', verbose_name='by appointment')),
                ('access_note', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Only what the room does not say already.', max_length=300, verbose_name='more about access')),
                ('registration', models.CharField(choices=[('none', 'none, just drop in'), ('phone', 'by phone'), ('mail', 'by e-mail'), ('form', 'with a form on this site'), ('link', 'on another website')], default='none', max_length=5, verbose_name='registration')),
                ('registration_days', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(90)], verbose_name='days before, at the latest')),
                ('registration_link', models.URLField(blank=True, verbose_name='address for the registration')),
                ('helps_to_register', models.BooleanField(default=False, verbose_name='we help with the registration')),
                ('cost', models.CharField(choices=[('free', 'free'), ('donation', 'free, donations welcome'), ('fixed', 'a fixed price'), ('on-request', 'please ask')], default='free', max_length=10, verbose_name='cost')),
                ('price', pages.numbers.NumberField(blank=True, decimal_places=2, max_digits=7, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='price in euros')),
                ('reduced_price', pages.numbers.NumberField(blank=True, decimal_places=2, help_text='For people with little money.', max_digits=7, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='reduced price')),
                ('price_per', models.CharField(choices=[('visit', 'each time'), ('month', 'per month'), ('course', 'for the whole course')], default='visit', max_length=6, verbose_name='for what?')),
                ('languages', pages.tongues.TonguesField(blank=True, default=list, verbose_name='spoken there')),
                ('has_interpreter', models.BooleanField(default=False, verbose_name='interpreter on request')),
                ('has_sign_language', models.BooleanField(default=False, verbose_name='sign language interpreter on request')),
                ('has_child_care', models.BooleanField(default=False, verbose_name='child care')),
                ('review_by', models.DateField(default=pages.services.models.service.in_a_year, help_text='Then the editors are reminded.', verbose_name='look at it again by')),
                ('bring_along', models.CharField(blank=True, help_text='Empty: nothing.', max_length=200, verbose_name='please bring along')),
                ('body', blocks.field.BlockField(blank=True)),
                ('audiences', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Nothing ticked: for everybody.', related_name='+', to='topics.audience', verbose_name='for whom?')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='whom to ask')),
                ('partner', models.ForeignKey(blank=True, help_text='Empty: by the house.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partners.partnerpage', verbose_name='run by')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('place', models.ForeignKey(blank=True, help_text='Where it is in no room of ours: a park, a school.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.place', verbose_name='or a place')),
                ('registration_form', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='enquiries.formpage', verbose_name='form')),
                ('room', models.ForeignKey(blank=True, help_text='Whether one gets in without a step is kept with the room.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room', verbose_name='room')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'service',
                'verbose_name_plural': 'services',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ServiceTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('weekday', models.IntegerField(choices=[(1, 'Monday'), (2, 'Tuesday'), (3, 'Wednesday'), (4, 'Thursday'), (5, 'Friday'), (6, 'Saturday'), (7, 'Sunday')], verbose_name='day')),
                ('starts', models.TimeField(verbose_name='from')),
                ('ends', models.TimeField(verbose_name='until')),
                ('note', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='For example: not in the school holidays.', max_length=120, verbose_name='note')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='services.servicepage')),
            ],
            options={
                'verbose_name': 'time',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
