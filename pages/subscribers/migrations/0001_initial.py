"""The tables of this room."""

import django.db.models.deletion
import django.utils.timezone
import pages.subscribers.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('letters', '0001_initial'),
        ('topics', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64, unique=True)),
                ('last_at', models.DateTimeField()),
                ('second_last_at', models.DateTimeField(null=True)),
                ('third_last_at', models.DateTimeField(null=True)),
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
                'ordering': ['-asked_at', '-pk'],
                'permissions': [('answer_for_data', 'Can give out and erase what is kept of a person')],
                'indexes': [models.Index(fields=['state', 'language'], name='subscribers_state_1c8d35_idx')],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moves', models.BooleanField(default=False)),
                ('address', models.CharField(max_length=254)),
                ('language', models.CharField(max_length=10)),
                ('topics', models.JSONField(default=list)),
                ('audiences', models.JSONField(default=list)),
                ('secret', models.CharField(default=pages.subscribers.models.new_secret, max_length=22)),
                ('asked_at', models.DateTimeField()),
                ('looked_at', models.DateTimeField(null=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='letters.letter')),
                ('subscriber', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='subscribers.subscriber')),
            ],
            options={
                'default_permissions': [],
                'indexes': [models.Index(fields=['looked_at'], name='subscribers_looked__6c8f4c_idx'), models.Index(fields=['asked_at'], name='subscribers_asked_a_cf963e_idx')],
            },
        ),
    ]
