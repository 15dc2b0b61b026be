"""The tables of this room."""
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        ('subscribers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Gate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('free_at', models.FloatField(default=0)),
                ('closed_until', models.DateTimeField(null=True)),
                ('closed_since', models.DateTimeField(null=True)),
                ('refusals', models.PositiveSmallIntegerField(default=0)),
                ('trouble', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('mark', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('anchor', models.CharField(max_length=64)),
                ('counter', models.PositiveBigIntegerField(default=0)),
                ('seen_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('issue', 'newsletter'), ('correction', 'correction')], default='issue', max_length=10)),
                ('occasion', models.CharField(blank=True, max_length=64)),
                ('name', models.CharField(max_length=255)),
                ('progress', models.CharField(choices=[('sending', 'on its way'), ('paused', 'paused'), ('held', 'held: please look'), ('stopped', 'stopped'), ('done', 'finished')], default='sending', max_length=7)),
                ('cause', models.CharField(blank=True, choices=[('restored', 'The data come from a backup, or this is a copy of the site.'), ('idle', 'For two days nothing was sent, as if the machine had been off.'), ('server', 'The mail server refuses everything we send.'), ('silence', 'The mail server has not taken any mail for two days.'), ('refusals', 'Many addresses in a row were refused.')], max_length=8)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('starts_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('tally', models.JSONField(blank=True, default=dict)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'mailing',
                'verbose_name_plural': 'mailings',
                'ordering': ['-made_at'],
                'permissions': [('send_mailing', 'Can send newsletters')],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(blank=True, max_length=254)),
                ('key', models.CharField(max_length=254)),
                ('language', models.CharField(max_length=10)),
                ('state', models.CharField(choices=[('queued', 'waiting to be sent'), ('claimed', 'being sent'), ('dot', 'handed over'), ('sent', 'sent'), ('bounced', 'came back'), ('failed', 'could not be sent'), ('uncertain', 'perhaps sent'), ('dropped', 'no longer wanted')], default='queued', max_length=9)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('first_try_at', models.DateTimeField(null=True)),
                ('next_try', models.DateTimeField(default=django.utils.timezone.now)),
                ('worker', models.CharField(blank=True, max_length=40)),
                ('lease_until', models.DateTimeField(null=True)),
                ('settled_at', models.DateTimeField(null=True)),
                ('code', models.CharField(blank=True, max_length=9)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('subscriber', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='subscribers.subscriber')),
                ('mailing', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='mailings.mailing')),
            ],
            options={
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='Words',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('subject', models.TextField()),
                ('html', models.TextField()),
                ('text', models.TextField()),
                ('mailing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='mailings.mailing')),
            ],
            options={
                'default_permissions': [],
            },
        ),
        migrations.AddConstraint(
            model_name='mailing',
            constraint=models.UniqueConstraint(fields=('page', 'purpose', 'occasion'), name='sent_once_for_an_occasion'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['mailing', 'state', 'next_try'], name='mailings_due'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state__in', ['claimed', 'dot'])), fields=['worker'], name='mailings_in_flight'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(fields=['key'], name='mailings_to_whom'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(fields=('mailing', 'key'), name='one_mail_for_each_address'),
        ),
        migrations.AddConstraint(
            model_name='words',
            constraint=models.UniqueConstraint(fields=('mailing', 'language'), name='said_once_in_a_language'),
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occasion', models.CharField(blank=True, max_length=64)),
                ('name', models.CharField(max_length=255)),
                ('starts_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('trouble', models.CharField(blank=True, max_length=200)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
            ],
            options={
                'ordering': ['starts_at'],
                'default_permissions': [],
                'constraints': [models.UniqueConstraint(fields=('page',), name='planned_once')],
            },
        ),
    ]
