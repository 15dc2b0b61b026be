"""The tables of this room."""

import blocks.field
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import pages.base
import pages.numbers
import pages.tongues
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('pictures', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='VolunteeringPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('body', blocks.field.BlockField(blank=True)),
                ('contact', models.ForeignKey(blank=True, help_text='For all who would like to help and do not know how yet.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='whom to ask')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'volunteering',
                'verbose_name_plural': 'volunteering',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='VolunteerPostPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('hours', pages.numbers.NumberField(blank=True, decimal_places=1, max_digits=4, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(60)], verbose_name='hours a week')),
                ('skills', models.TextField(blank=True, help_text='And what it does not take.', max_length=400, verbose_name='what it takes')),
                ('languages', pages.tongues.TonguesField(blank=True, default=list, help_text='Those that one should speak a little.', verbose_name='languages')),
                ('expenses', models.CharField(choices=[('none', 'no expenses paid'), ('receipt', 'expenses paid on receipt'), ('allowance', 'allowance for volunteers')], default='receipt', max_length=9, verbose_name='expenses')),
                ('is_open', models.BooleanField(default=True, help_text='Untick it when someone was found.', verbose_name='still open')),
                ('open_until', models.DateField(blank=True, help_text='Empty: until someone was found.', null=True, verbose_name='open until')),
                ('body', blocks.field.BlockField(blank=True)),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='contact')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'post for volunteers',
                'verbose_name_plural': 'posts for volunteers',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
    ]
