"""The tables of this room."""

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import pages.centre.checks
import pages.numbers
import pages.several
import pages.wording
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pictures', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OpeningHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', pages.wording.WordingField(default=pages.wording.Wording, help_text='For example: house, office, café. The first in the list speaks on the home page.', max_length=80, verbose_name='what is open')),
                ('note', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='For example: ring the bell, please.', max_length=160, verbose_name='note')),
                ('sort_order', models.IntegerField(default=1, verbose_name='order')),
            ],
            options={
                'verbose_name': 'opening hours',
                'verbose_name_plural': 'opening hours',
                'ordering': ['sort_order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Centre',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(default='Nachbarschaftshaus', max_length=120, verbose_name='name')),
                ('claim', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Half a sentence below the name.', max_length=255, verbose_name='claim')),
                ('colour', models.CharField(default='#a3341f', help_text='Any colour will do: shades that are easy to read are worked out from it.', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-fA-F]{6}$', 'Please pick a colour, like #a3341f.')], verbose_name='main colour')),
                ('languages', pages.several.SeveralField(blank=True, default=list, help_text='Beside its own. What is not translated yet is shown in the original, with a note. Switched off, a language keeps its texts.', verbose_name='languages of the website')),
                ('street', models.CharField(blank=True, max_length=120, verbose_name='street and number')),
                ('postal_code', models.CharField(blank=True, max_length=12, verbose_name='postal code')),
                ('city', models.CharField(blank=True, max_length=80, verbose_name='city')),
                ('region', models.CharField(choices=[('BW', 'Baden-Württemberg'), ('BY', 'Bayern'), ('BE', 'Berlin'), ('BB', 'Brandenburg'), ('HB', 'Bremen'), ('HH', 'Hamburg'), ('HE', 'Hessen'), ('MV', 'Mecklenburg-Vorpommern'), ('NI', 'Niedersachsen'), ('NW', 'Nordrhein-Westfalen'), ('RP', 'Rheinland-Pfalz'), ('SL', 'Saarland'), ('SN', 'Sachsen'), ('ST', 'Sachsen-Anhalt'), ('SH', 'Schleswig-Holstein'), ('TH', 'Thüringen')], default='BE', help_text='For its public holidays.', max_length=2, verbose_name='state')),
                ('latitude', pages.numbers.NumberField(blank=True, decimal_places=5, help_text='For example 52.48721.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude')),
                ('longitude', pages.numbers.NumberField(blank=True, decimal_places=5, help_text='For example 13.42503.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude')),
                ('way', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Nearest stops, lift, parking, entrance.', max_length=400, verbose_name='the way here')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('mail', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('carrier', models.CharField(blank=True, help_text='The association or company that runs the house.', max_length=160, verbose_name='carrier')),
                ('representative', models.CharField(blank=True, max_length=160, verbose_name='represented by')),
                ('register', models.CharField(blank=True, help_text='Court and number, for the imprint.', max_length=160, verbose_name='register entry')),
                ('account_holder', models.CharField(blank=True, max_length=120, verbose_name='account holder')),
                ('iban', models.CharField(blank=True, max_length=42, validators=[pages.centre.checks.check_iban], verbose_name='IBAN')),
                ('bank', models.CharField(blank=True, max_length=80, verbose_name='bank')),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='logo')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'name, address, colour, footer',
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(verbose_name='last day')),
                ('reason', pages.wording.WordingField(default=pages.wording.Wording, max_length=120, verbose_name='reason')),
                ('centre', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='centre.centre')),
            ],
            options={
                'verbose_name': 'closed days',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FooterLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Empty: the title of the page.', max_length=60, verbose_name='text')),
                ('centre', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='footer_links', to='centre.centre')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
            ],
            options={
                'verbose_name': 'footer link',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OpeningException',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(verbose_name='last day')),
                ('opens', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('closes', models.TimeField(blank=True, help_text='Both empty: closed.', null=True, verbose_name='until')),
                ('reason', pages.wording.WordingField(blank=True, default=pages.wording.Wording, max_length=120, verbose_name='reason')),
                ('hours', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='exceptions', to='centre.openinghours')),
            ],
            options={
                'verbose_name': 'exception',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OpeningTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('weekday', models.IntegerField(choices=[(1, 'Monday'), (2, 'Tuesday'), (3, 'Wednesday'), (4, 'Thursday'), (5, 'Friday'), (6, 'Saturday'), (7, 'Sunday')], verbose_name='day')),
                ('opens', models.TimeField(verbose_name='from')),
                ('closes', models.TimeField(verbose_name='until')),
                ('hours', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='times', to='centre.openinghours')),
            ],
            options={
                'verbose_name': 'opening time',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(help_text='For example Mastodon or Instagram.', max_length=40, verbose_name='name')),
                ('url', models.URLField(verbose_name='address')),
                ('centre', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='profiles', to='centre.centre')),
            ],
            options={
                'verbose_name': 'profile',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
