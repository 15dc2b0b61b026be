"""The tables of this room."""

import django.utils.timezone
import pages.subscribers.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('topics', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64, unique=True)),
                ('times', models.PositiveSmallIntegerField(default=1)),
                ('first_at', models.DateTimeField()),
                ('last_at', models.DateTimeField()),
            ],
            options={
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='PastConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('wording', models.TextField(blank=True)),
                ('left_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'default_permissions': [],
                'indexes': [models.Index(fields=['mark'], name='subscribers_mark_754e4d_idx')],
            },
        ),
        migrations.CreateModel(
            name='Subscriber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('key', models.CharField(editable=False, max_length=254, unique=True)),
                ('language', models.CharField(default='de', max_length=10, verbose_name='language')),
                ('state', models.CharField(choices=[('asked', 'not confirmed yet'), ('confirmed', 'confirmed'), ('stopped', 'stopped: mail comes back')], default='asked', max_length=9, verbose_name='state')),
                ('secret', models.CharField(default=pages.subscribers.models.new_secret, editable=False, max_length=22)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='asked')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed')),
                ('wording', models.TextField(blank=True, verbose_name='agreed to')),
                ('hard_bounces', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('last_bounce_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('audiences', models.ManyToManyField(blank=True, related_name='+', to='topics.audience', verbose_name='for whom?')),
                ('topics', models.ManyToManyField(blank=True, related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'subscriber',
                'verbose_name_plural': 'subscribers',
                'ordering': ['-asked_at'],
                'indexes': [models.Index(fields=['state', 'language'], name='subscribers_state_1c8d35_idx')],
            },
        ),
    ]
