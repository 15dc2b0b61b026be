"""The tables of this room."""

import blocks.field
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import pages.base
import pages.findable
import pages.numbers
import pages.wording
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('enquiries', '0001_initial'),
        ('people', '0001_initial'),
        ('pictures', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', pages.wording.WordingField(default=pages.wording.Wording, max_length=80, verbose_name='name')),
                ('street', models.CharField(blank=True, max_length=120, verbose_name='street and number')),
                ('postal_code', models.CharField(blank=True, max_length=12, verbose_name='postal code')),
                ('city', models.CharField(blank=True, max_length=80, verbose_name='city')),
                ('latitude', pages.numbers.NumberField(blank=True, decimal_places=5, help_text='For example 52.48721.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude')),
                ('longitude', pages.numbers.NumberField(blank=True, decimal_places=5, help_text='For example 13.42503.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude')),
                ('way', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='Nearest stops, parking, entrance.', max_length=400, verbose_name='the way there')),
                ('lift_stop', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='For example: U Lindenplatz, lift at the north end, 250 metres.', max_length=160, verbose_name='nearest stop with a lift')),
                ('sort_order', models.IntegerField(default=1, verbose_name='order')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'place',
                'verbose_name_plural': 'places',
                'ordering': ['sort_order', 'pk'],
            },
            bases=(pages.findable.Findable, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', pages.wording.WordingField(default=pages.wording.Wording, max_length=80, verbose_name='name')),
                ('floor', models.SmallIntegerField(blank=True, help_text='0 is the ground floor, -1 the basement.', null=True, validators=[django.core.validators.MinValueValidator(-5), django.core.validators.MaxValueValidator(99)], verbose_name='floor')),
                ('size', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='size in square metres')),
                ('seats_rows', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seats in rows')),
                ('seats_tables', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='seats at tables')),
                ('standing', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places standing')),
                ('equipment', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='What is there, separated by commas.', max_length=600, verbose_name='equipment')),
                ('steps', models.PositiveSmallIntegerField(blank=True, help_text='Those left on the way in from the street when one takes lift or ramp. 0: none.', null=True, validators=[django.core.validators.MaxValueValidator(500)], verbose_name='steps')),
                ('door_width', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(600)], verbose_name='narrowest door in cm')),
                ('lift', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'yes'), ('no', 'no')], default='', max_length=3, verbose_name='lift')),
                ('lift_width', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='width of the lift in cm')),
                ('lift_depth', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='depth of the lift in cm')),
                ('accessible_toilet', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'yes'), ('no', 'no')], default='', max_length=3, verbose_name='toilet for wheelchair users')),
                ('induction_loop', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'yes'), ('no', 'no')], default='', max_length=3, verbose_name='induction loop for hearing aids')),
                ('quiet_room', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'yes'), ('no', 'no')], default='', max_length=3, verbose_name='quiet room to withdraw to')),
                ('good_light', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'yes'), ('no', 'no')], default='', max_length=3, verbose_name='bright, even light')),
                ('dogs', models.CharField(blank=True, choices=[('', 'not known'), ('yes', 'yes'), ('no', 'no')], default='', help_text='Assistance dogs always are.', max_length=3, verbose_name='dogs allowed')),
                ('access_note', pages.wording.WordingField(blank=True, default=pages.wording.Wording, help_text='For example: ring at the side door.', max_length=300, verbose_name='more about access')),
                ('sort_order', models.IntegerField(default=1, verbose_name='order')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='places.place', verbose_name='place')),
            ],
            options={
                'verbose_name': 'room',
                'verbose_name_plural': 'rooms',
                'ordering': ['place__sort_order', 'sort_order', 'pk'],
            },
            bases=(pages.findable.Findable, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='RoomIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('body', blocks.field.BlockField(blank=True)),
                ('contact', models.ForeignKey(blank=True, help_text='Who helps when no room fits.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='whom to ask')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'rooms to hire',
                'verbose_name_plural': 'rooms to hire',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='RoomPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('is_for_hire', models.BooleanField(default=True, verbose_name='can be hired')),
                ('body', blocks.field.BlockField(blank=True)),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='contact')),
                ('enquiry_form', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='enquiries.formpage', verbose_name='form to ask for it')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('room', models.ForeignKey(help_text='Size, seats, access and prices are kept with the room, in the menu “Our house”.', on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='places.room', verbose_name='room')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'room (page)',
                'verbose_name_plural': 'rooms (pages)',
            },
            bases=(pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Tariff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('group', pages.wording.WordingField(default=pages.wording.Wording, max_length=80, verbose_name='for whom')),
                ('price', pages.numbers.NumberField(decimal_places=2, max_digits=8, validators=[django.core.validators.MinValueValidator(0)], verbose_name='price in euros')),
                ('unit', models.CharField(choices=[('hour', 'per hour'), ('half-day', 'per half day'), ('day', 'per day'), ('evening', 'per evening')], default='hour', max_length=8, verbose_name='for how long')),
                ('room', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tariffs', to='places.room')),
            ],
            options={
                'verbose_name': 'price',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
