"""The tables of this room."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.EmailField(max_length=254, verbose_name='to')),
                ('reply_to', models.EmailField(blank=True, max_length=254, verbose_name='answers go to')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('is_automatic', models.BooleanField(default=False, help_text='Nobody wrote it, so nobody should get an answer.')),
                ('may_fail', models.BooleanField(default=False, help_text='A stranger typed the address: where nobody is, nobody has to look after it.')),
                ('state', models.CharField(choices=[('queued', 'waiting to be sent'), ('sending', 'being sent'), ('sent', 'sent'), ('failed', 'could not be sent'), ('uncertain', 'perhaps sent')], default='queued', max_length=9, verbose_name='state')),
                ('tries', models.PositiveSmallIntegerField(default=0, verbose_name='tries')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written')),
                ('waiting_since', models.DateTimeField(default=django.utils.timezone.now, help_text='Since it was last put into the queue.')),
                ('next_try', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next try')),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('trouble', models.CharField(blank=True, max_length=200, verbose_name='what went wrong')),
            ],
            options={
                'verbose_name': 'mail',
                'verbose_name_plural': 'mails',
                'ordering': ['-written_at'],
                'default_permissions': ['change'],
                'indexes': [models.Index(fields=['state', 'next_try'], name='letters_let_state_bfe9bf_idx')],
            },
        ),
    ]
