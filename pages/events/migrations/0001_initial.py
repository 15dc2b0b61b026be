"""The tables of this room."""

import blocks.field
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import pages.base
import pages.numbers
import pages.outlets
import pages.serving
import pages.several
import pages.tongues
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
        ('services', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SchoolHoliday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', pages.wording.WordingField(default=pages.wording.Wording, max_length=80, verbose_name='name')),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(verbose_name='last day')),
                ('region', models.CharField(blank=True, editable=False, max_length=2)),
            ],
            options={
                'verbose_name': 'school holidays',
                'verbose_name_plural': 'school holidays',
                'ordering': ['first_day'],
            },
        ),
        migrations.CreateModel(
            name='CalendarPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('body', blocks.field.BlockField(blank=True)),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'calendar',
                'verbose_name_plural': 'calendars',
            },
            bases=(pages.outlets.Outlets, pages.base.FactsAndTexts, pages.serving.Served, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='EventPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
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
                ('bring_along', models.CharField(blank=True, help_text='Empty: nothing.', max_length=200, verbose_name='please bring along')),
                ('body', blocks.field.BlockField(blank=True)),
                ('skips_public_holidays', models.BooleanField(default=False, verbose_name='not on public holidays')),
                ('skips_school_holidays', models.BooleanField(default=False, verbose_name='not in the school holidays')),
                ('on_closed_days', models.CharField(choices=[('show', 'show the date as cancelled'), ('skip', 'leave the date out'), ('ignore', 'takes place all the same')], default='show', max_length=6, verbose_name='while the whole house is closed')),
                ('doors', models.TimeField(blank=True, null=True, verbose_name='doors open at')),
                ('is_online', models.BooleanField(default=False, help_text='Instead of a room, or beside it.', verbose_name='online')),
                ('online_link', models.URLField(blank=True, help_text='Everybody can see it.', verbose_name='address for taking part online')),
                ('meeting_point', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Where it does not begin in a room.', max_length=160, verbose_name='meeting point')),
                ('weather', models.CharField(blank=True, choices=[('', 'makes no difference'), ('anyway', 'it takes place in any weather'), ('indoors', 'it takes place indoors'), ('cancels', 'it is cancelled')], default='', max_length=8, verbose_name='if it rains')),
                ('seats', models.PositiveSmallIntegerField(blank=True, help_text='How many people can take part. Empty: no limit.', null=True, verbose_name='places')),
                ('audiences', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Nothing ticked: for everybody.', related_name='+', to='topics.audience', verbose_name='for whom?')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='whom to ask')),
                ('partner', models.ForeignKey(blank=True, help_text='Empty: by the house.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partners.partnerpage', verbose_name='run by')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('place', models.ForeignKey(blank=True, help_text='Where it is in no room of ours: a park, a school.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.place', verbose_name='or a place')),
                ('registration_form', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='enquiries.formpage', verbose_name='form')),
                ('room', models.ForeignKey(blank=True, help_text='Whether one gets in without a step is kept with the room.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room', verbose_name='room')),
                ('service', models.ForeignKey(blank=True, help_text='Its next dates then stand on the page of the service, too.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='services.servicepage', verbose_name='belongs to the service')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
            },
            bases=(pages.base.FactsAndTexts, pages.serving.Served, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='LeftOutDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('day', models.DateField(verbose_name='not on')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='left_out', to='events.eventpage')),
            ],
            options={
                'verbose_name': 'day left out',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutsideCalendar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As readers see it beside each date.', max_length=120, verbose_name='name')),
                ('url', models.URLField(help_text='It often ends in .ics. Readers never see it: it may hold a key.', max_length=500, unique=True, verbose_name='address of the calendar')),
                ('website', models.URLField(blank=True, verbose_name='their website')),
                ('is_active', models.BooleanField(default=True, verbose_name='show its dates')),
                ('tried_at', models.DateTimeField(editable=False, null=True, verbose_name='last tried')),
                ('fetched_at', models.DateTimeField(editable=False, null=True, verbose_name='last fetched')),
                ('etag', models.CharField(blank=True, editable=False, max_length=200)),
                ('trouble', models.TextField(blank=True, editable=False, verbose_name='what went wrong')),
                ('unreadable', models.PositiveIntegerField(default=0, editable=False)),
                ('partner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partners.partnerpage', verbose_name='partner')),
            ],
            options={
                'verbose_name': 'calendar of others',
                'verbose_name_plural': 'calendars of others',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='OutsideEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=255)),
                ('title', models.CharField(max_length=255)),
                ('description', models.TextField(blank=True)),
                ('location', models.CharField(blank=True, max_length=255)),
                ('url', models.URLField(blank=True, max_length=500)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('updated_at', models.DateTimeField(null=True)),
                ('calendar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='events.outsidecalendar')),
            ],
            options={
                'verbose_name': 'event of others',
                'verbose_name_plural': 'events of others',
            },
        ),
        migrations.CreateModel(
            name='Occurrence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.UUIDField()),
                ('original', models.DateTimeField()),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField(null=True)),
                ('until', models.DateTimeField()),
                ('is_whole_day', models.BooleanField(default=False)),
                ('is_single', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('scheduled', 'takes place'), ('cancelled', 'cancelled'), ('postponed', 'postponed'), ('closed', 'the house is closed')], default='scheduled', max_length=9)),
                ('is_full', models.BooleanField(default=False)),
                ('is_moved', models.BooleanField(default=False)),
                ('has_other_room', models.BooleanField(default=False)),
                ('moved_to', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, choices=[('', 'no reason given'), ('illness', 'illness'), ('weather', 'the weather'), ('room', 'the room cannot be used'), ('few', 'too few registrations'), ('staff', 'nobody can lead it'), ('strike', 'a strike'), ('other', 'another reason')], default='', max_length=8)),
                ('reason_note', pages.wording.WordingField(blank=True, default=pages.wording.Wording, max_length=160)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='occurrences', to='events.eventpage')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.place')),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room')),
                ('outside', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='occurrences', to='events.outsideevent')),
            ],
            options={
                'verbose_name': 'date',
                'verbose_name_plural': 'dates',
                'ordering': ['starts', 'event', 'original'],
            },
        ),
        migrations.CreateModel(
            name='ScheduleLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('frequency', models.CharField(choices=[('once', 'once'), ('daily', 'daily'), ('weekly', 'weekly'), ('weekday', 'monthly, on a weekday'), ('monthly', 'monthly, on the same day'), ('yearly', 'yearly')], default='once', max_length=7, verbose_name='how often?')),
                ('first_day', models.DateField(verbose_name='first day')),
                ('more_days', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(60)], verbose_name='and how many more days?')),
                ('starts', models.TimeField(blank=True, help_text='Empty: the whole day.', null=True, verbose_name='from')),
                ('ends', models.TimeField(blank=True, help_text='Empty: open end.', null=True, verbose_name='until')),
                ('interval', models.PositiveSmallIntegerField(default=1, help_text='1: each week or month; 2: every other one.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(52)], verbose_name='every … one')),
                ('weekdays', pages.several.SeveralField(blank=True, default=list, help_text='Empty: on that of the first day.', verbose_name='on which weekdays?')),
                ('positions', pages.several.SeveralField(blank=True, default=list, help_text='For example: 2nd and 4th.', verbose_name='on the … of the month')),
                ('last_day', models.DateField(blank=True, help_text='Empty: no end.', null=True, verbose_name='last day')),
                ('count', models.PositiveSmallIntegerField(blank=True, help_text='Dates in holidays are not counted.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1000)], verbose_name='or how many times?')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='events.eventpage')),
                ('room', models.ForeignKey(blank=True, help_text='Empty: where the event is.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room', verbose_name='another room')),
            ],
            options={
                'verbose_name': 'date or series',
                'verbose_name_plural': 'dates and series',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.UUIDField()),
                ('original', models.DateTimeField()),
                ('is_cancelled', models.BooleanField(default=False)),
                ('is_full', models.BooleanField(default=False)),
                ('is_postponed', models.BooleanField(default=False)),
                ('starts', models.DateTimeField(blank=True, null=True)),
                ('ends', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, choices=[('', 'no reason given'), ('illness', 'illness'), ('weather', 'the weather'), ('room', 'the room cannot be used'), ('few', 'too few registrations'), ('staff', 'nobody can lead it'), ('strike', 'a strike'), ('other', 'another reason')], default='', max_length=8, verbose_name='why?')),
                ('reason_note', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='If there is more to say.', max_length=160, verbose_name='more about it')),
                ('made_at', models.DateTimeField(auto_now=True)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.room')),
            ],
            options={
                'verbose_name': 'change of one date',
                'verbose_name_plural': 'changes of single dates',
                'ordering': ['original'],
                'constraints': [models.UniqueConstraint(fields=('event', 'original'), name='one_change_for_each_date'), models.CheckConstraint(condition=models.Q(models.Q(('is_postponed', True), _negated=True), models.Q(('starts', None), _negated=True), _connector='OR'), name='postponed_to_a_moment')],
            },
        ),
        migrations.AddConstraint(
            model_name='outsideevent',
            constraint=models.UniqueConstraint(fields=('calendar', 'uid'), name='one_outside_event_by_uid'),
        ),
        migrations.AddIndex(
            model_name='occurrence',
            index=models.Index(fields=['until', 'starts'], name='events_occu_until_306add_idx'),
        ),
        migrations.AddIndex(
            model_name='occurrence',
            index=models.Index(fields=['starts', 'until'], name='events_occu_starts_e71c4d_idx'),
        ),
        migrations.AddIndex(
            model_name='occurrence',
            index=models.Index(fields=['page', 'starts'], name='events_occu_page_id_ec8092_idx'),
        ),
        migrations.AddConstraint(
            model_name='occurrence',
            constraint=models.UniqueConstraint(fields=('event', 'original', 'state'), name='one_row_for_each_date'),
        ),
        migrations.AddConstraint(
            model_name='occurrence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outside__isnull', False), ('page', None)), models.Q(('outside', None), ('page__isnull', False)), _connector='OR'), name='ours_or_of_others'),
        ),
        migrations.AddConstraint(
            model_name='occurrence',
            constraint=models.CheckConstraint(condition=models.Q(('until__gt', models.F('starts'))), name='ends_after_it_begins'),
        ),
    ]
