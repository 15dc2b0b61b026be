"""The tables of this room."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='reading', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('errors', models.PositiveIntegerField()),
                ('hints', models.PositiveIntegerField()),
                ('wiener', models.FloatField(null=True)),
                ('lix', models.FloatField(null=True)),
                ('rules', models.CharField(max_length=12)),
            ],
        ),
    ]
