"""The tables of this room."""

import blocks.field
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import pages.base
import pages.enquiries.storing
import uuid
import wagtail.contrib.forms.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('letters', '0001_initial'),
        ('people', '0001_initial'),
        ('pictures', '0001_initial'),
        ('topics', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FormPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two sentences. They appear below the title, in lists and in search results.', max_length=300, verbose_name='summary')),
                ('purpose', models.CharField(choices=[('contact', 'to write to us'), ('room', 'to ask for a room'), ('registration', 'to register for a service')], default='contact', max_length=12, verbose_name='what is the form for?')),
                ('offers_copy', models.BooleanField(default=False, help_text='Who writes may have a copy by mail. Needs a question for the e-mail address.', verbose_name='offer a copy')),
                ('retention_days', models.PositiveSmallIntegerField(default=90, help_text='What was sent deletes itself after so many days. Shorter is better.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(730)], verbose_name='days until deletion')),
                ('body', blocks.field.BlockField(blank=True)),
                ('consent', models.TextField(blank=True, help_text='Only if the law asks for it: a sentence that has to be ticked. That you use the answers for this request, and when they are deleted, is said in any case.', max_length=600, verbose_name='consent')),
                ('thanks', models.TextField(blank=True, help_text='What happens next, and when: “We answer within three days.”', max_length=600, verbose_name='thank-you')),
                ('contact', models.ForeignKey(blank=True, help_text='Empty: it goes to the address of the house.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.person', verbose_name='who gets the mail?')),
                ('picture', models.ForeignKey(blank=True, help_text='Stands at the top of the page and wherever the page is announced.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pictures.picture', verbose_name='picture')),
                ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='So that people find the page when they look for a topic.', related_name='+', to='topics.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'form',
                'verbose_name_plural': 'forms',
            },
            bases=(wagtail.contrib.forms.models.FormMixin, pages.base.FactsAndTexts, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Knock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sender', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
            ],
            options={
                'default_permissions': [],
                'indexes': [models.Index(fields=['sender', 'at'], name='enquiries_k_sender_c1dc98_idx')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form_data', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('submit_time', models.DateTimeField(auto_now_add=True, verbose_name='submit time')),
                ('ticket', models.CharField(max_length=32, unique=True)),
                ('entries', models.JSONField(default=list)),
                ('mail', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('about_title', models.CharField(blank=True, max_length=255, verbose_name='about')),
                ('consent', models.TextField(blank=True, verbose_name='consent')),
                ('words', models.TextField(help_text='All of it in small letters, for searching.')),
                ('about', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                ('copy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='letters.letter')),
                ('letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='letters.letter')),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'submission',
                'verbose_name_plural': 'submissions',
                'ordering': ['-submit_time'],
                'default_permissions': ['view'],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=255)),
                ('name', models.CharField(max_length=160)),
                ('kind', models.CharField(max_length=120)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('file', models.FileField(storage=pages.enquiries.storing.private, upload_to=pages.enquiries.storing.random_name)),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='enquiries.submission')),
            ],
            options={
                'verbose_name': 'file',
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='FormField',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('clean_name', models.CharField(blank=True, default='', help_text='Safe name of the form field, the label converted to ascii_snake_case', max_length=255, verbose_name='name')),
                ('label', models.CharField(help_text='For example: “Your name”, “What is it about?”.', max_length=160, verbose_name='question')),
                ('field_type', models.CharField(choices=[('singleline', 'text, one line'), ('multiline', 'text, several lines'), ('email', 'e-mail address'), ('phone', 'phone number'), ('date', 'date'), ('number', 'number'), ('radio', 'choice: one of several'), ('checkboxes', 'choice: as many as one likes'), ('checkbox', 'one box to tick'), ('file', 'file')], default='singleline', max_length=16, verbose_name='how one answers')),
                ('meaning', models.CharField(blank=True, choices=[('', 'something else'), ('name', 'her or his name'), ('given-name', 'first name'), ('family-name', 'last name'), ('organization', 'association or company'), ('street', 'street and number'), ('postal-code', 'postal code'), ('address-level2', 'city'), ('email', 'her or his e-mail address'), ('tel', 'her or his phone number'), ('bday', 'date of birth')], default='', help_text='Then phones and browsers can fill it in, which helps many people.', max_length=16, verbose_name='what does it tell of the person?')),
                ('required', models.BooleanField(default=False, help_text='Only what you cannot do without.', verbose_name='must be answered')),
                ('choices', models.TextField(blank=True, help_text='One in each line. Only for a choice.', max_length=4000, verbose_name='choices')),
                ('choices_worded', models.TextField(blank=True, default='', editable=False)),
                ('help_text', models.CharField(blank=True, help_text='One sentence below the question, if it needs one.', max_length=255, verbose_name='help')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='form_fields', to='enquiries.formpage')),
            ],
            options={
                'verbose_name': 'question',
                'verbose_name_plural': 'questions',
                'ordering': ['sort_order'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(pages.base.FactsAndTexts, models.Model),
        ),
    ]
