"""The tables of this room."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Record',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='record', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('fingerprint', models.CharField(max_length=64)),
                ('edition', models.PositiveIntegerField(default=1)),
                ('editions', models.JSONField(default=list)),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('based_on', models.PositiveIntegerField(default=0)),
                ('is_machine', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='SmallChange',
            fields=[
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='wagtailcore.revision')),
            ],
        ),
    ]
