/* config_keys.c - see the header. */
#include "reading/config/config_keys.h"

#include "base/nearest.h"
#include "speech/style.h"

#include <glib/gi18n.h>
#include <string.h>

static const OqConfigRow rows[] = {
	[OQ_CONFIG_VOICE] = {OQ_CONFIG_GROUP_VOICE, "voice", OQ_CONFIG_VOICE_NAME, .standard = "",
		.meaning = N_("the voice, one of those that oqyrman voices lists")},
	[OQ_CONFIG_SPEED] = {OQ_CONFIG_GROUP_VOICE, "speed", OQ_CONFIG_NUMBER, OQ_SPEED_MIN_WPM,
		OQ_SPEED_MAX_WPM, .standard = "",
		.meaning = N_("Kazakh words a minute; the voice's own where nothing is given")},
	[OQ_CONFIG_PITCH] = {OQ_CONFIG_GROUP_VOICE, "pitch", OQ_CONFIG_NUMBER, 0, 100,
		.standard = "50", .meaning = N_("pitch; 50 is the voice's own")},
	[OQ_CONFIG_VOLUME] = {OQ_CONFIG_GROUP_VOICE, "volume", OQ_CONFIG_NUMBER, 0, 100,
		.standard = "100", .meaning = N_("volume; 0 is silence")},
	[OQ_CONFIG_LANGUAGES] = {OQ_CONFIG_GROUP_VOICE, "languages", OQ_CONFIG_SOME_LANGUAGES,
		.choices = "kk ru en", .standard = "kk,ru,en",
		.meaning = N_("the languages that are spoken: kk (Kazakh), ru (Russian), en "
			      "(English); kk "
			      "cannot be left out")},
	[OQ_CONFIG_PUNCTUATION] = {OQ_CONFIG_GROUP_VOICE, "punctuation", OQ_CONFIG_CHOICE,
		.choices = "none some all", .standard = "none",
		.meaning = N_("which signs are named: none, some or all; none unless given")},
	[OQ_CONFIG_DICTIONARY] = {OQ_CONFIG_GROUP_VOICE, "dictionary", OQ_CONFIG_FILE,
		.standard = "",
		.meaning = N_("a table of words and how they are said, which goes before your own "
			      "dictionary.tsv")},
	[OQ_CONFIG_DEVICE] = {OQ_CONFIG_GROUP_VOICE, "device", OQ_CONFIG_TEXT, .standard = "",
		.meaning = N_("the sound device, one of those that oqyrman voices lists")},
	[OQ_CONFIG_PAUSES] = {OQ_CONFIG_GROUP_READING, "pauses", OQ_CONFIG_NUMBER, 25, 400,
		.standard = "100",
		.meaning = N_("how long pauses are, in per cent; the speed stays what it is")},
	[OQ_CONFIG_GAP_MS] = {OQ_CONFIG_GROUP_READING, "gap-ms", OQ_CONFIG_NUMBER, 100, 600000,
		.standard = "3000",
		.meaning = N_("how long the pause for study behind every sentence is, in "
			      "milliseconds; the key p begins and ends it")},
	[OQ_CONFIG_LEAD_MS] = {OQ_CONFIG_GROUP_READING, "lead-ms", OQ_CONFIG_NUMBER, 0, 5000,
		.standard = "0",
		.meaning = N_("silence before the first word, in milliseconds, for sound devices "
			      "that wake slowly")},
	[OQ_CONFIG_SKIP] = {OQ_CONFIG_GROUP_READING, "skip", OQ_CONFIG_CHOICES,
		.choices = "notes references brackets addresses emoji heads", .standard = "",
		.meaning = N_(
			"what is left out: notes as [12], references as (Author, 2020), all that "
			"is in brackets, of addresses all but the host, emoji, heads of "
			"pages")},
	[OQ_CONFIG_NOTES] = {OQ_CONFIG_GROUP_READING, "notes", OQ_CONFIG_CHOICE,
		.choices = "skip inline end", .standard = "skip",
		.meaning =
			N_("footnotes of documents: skip leaves them out, inline reads each behind "
			   "the paragraph that refers to it, end behind the chapter or the text")},
	[OQ_CONFIG_QUOTES] = {OQ_CONFIG_GROUP_READING, "quotes", OQ_CONFIG_TEXT, .standard = "",
		.meaning = N_("how quotations are said: the name of another voice, or a pitch that "
			      "is higher or lower by so much, as +10 or -10")},
	[OQ_CONFIG_WRITTEN_PAUSES] = {OQ_CONFIG_GROUP_READING, "written-pauses", OQ_CONFIG_CHOICE,
		.choices = "no yes", .standard = "no",
		.meaning = N_("whether pauses that are written in the text, as [pause 2s], are "
			      "made")},
	[OQ_CONFIG_COLOR] = {OQ_CONFIG_GROUP_SCREEN, "color", OQ_CONFIG_CHOICE,
		.choices = "auto always never", .standard = "auto",
		.meaning =
			N_("whether the word that is heard stands out; auto is where the terminal "
			   "can do it")},
	[OQ_CONFIG_LARGE] = {OQ_CONFIG_GROUP_SCREEN, "large", OQ_CONFIG_CHOICE, .choices = "no yes",
		.standard = "no", .meaning = N_("whether the text is shown in big letters")},
	[OQ_CONFIG_READ_SELECTION] = {OQ_CONFIG_GROUP_DESKTOP, "read-selection", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+O", .meaning = N_("read what is selected, or stop")},
	[OQ_CONFIG_PAUSE] = {OQ_CONFIG_GROUP_DESKTOP, "pause", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+P", .meaning = N_("pause, or go on")},
	[OQ_CONFIG_REPEAT] = {OQ_CONFIG_GROUP_DESKTOP, "repeat", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+U", .meaning = N_("the sentence again")},
	[OQ_CONFIG_NEXT] = {OQ_CONFIG_GROUP_DESKTOP, "next", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+J", .meaning = N_("one sentence on")},
	[OQ_CONFIG_PREVIOUS] = {OQ_CONFIG_GROUP_DESKTOP, "previous", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+H", .meaning = N_("one sentence back")},
	[OQ_CONFIG_FASTER] = {OQ_CONFIG_GROUP_DESKTOP, "faster", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+M", .meaning = N_("speak faster")},
	[OQ_CONFIG_SLOWER] = {OQ_CONFIG_GROUP_DESKTOP, "slower", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+N", .meaning = N_("speak slower")},
	[OQ_CONFIG_READ_CLIPBOARD] = {OQ_CONFIG_GROUP_DESKTOP, "read-clipboard", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+B", .meaning = N_("read what is in the clipboard")},
	[OQ_CONFIG_SPELL_SELECTION] = {OQ_CONFIG_GROUP_DESKTOP, "spell-selection", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+S", .meaning = N_("spell what is selected")},
	[OQ_CONFIG_WHERE] = {OQ_CONFIG_GROUP_DESKTOP, "where", OQ_CONFIG_CHORD,
		.standard = "Ctrl+Alt+W", .meaning = N_("say where you are in the text")},
	[OQ_CONFIG_BUSY] = {OQ_CONFIG_GROUP_DESKTOP, "busy", OQ_CONFIG_CHOICE,
		.choices = "replace queue", .standard = "replace",
		.meaning = N_("what a new text does while another one is read: replace breaks that "
			      "off, queue waits until it has ended")},
};
G_STATIC_ASSERT(G_N_ELEMENTS(rows) == OQ_N_CONFIG_KEYS);

static const struct {
	const char *name;
	const char *meaning;
} groups[] = {
	[OQ_CONFIG_GROUP_VOICE] = {"voice", N_("who speaks, and how")},
	[OQ_CONFIG_GROUP_READING] = {"reading", N_("what is read, and where it rests")},
	[OQ_CONFIG_GROUP_SCREEN] = {"screen", N_("what is shown")},
	[OQ_CONFIG_GROUP_DESKTOP] = {"desktop",
		N_("what keys do in all programs while oqyrman desktop runs: one key each, such as "
		   "Ctrl+Alt+O, Super+F9 or Print, or none")},
	[OQ_CONFIG_GROUP_KEYS] = {"keys",
		N_("what keys do while it reads: the name of an action, and the keys for it with "
		   "blanks between them")},
};
G_STATIC_ASSERT(G_N_ELEMENTS(groups) == OQ_N_CONFIG_GROUPS);

const OqConfigRow *
oq_config_keys_row(OqConfigKey key)
{
	return &rows[key];
}

OqConfigKey
oq_config_keys_find(OqConfigGroup group, const char *name)
{
	OqConfigKey key = 0;

	while (key < OQ_N_CONFIG_KEYS &&
		(rows[key].group != group || strcmp(rows[key].name, name) != 0))
		key++;
	return key;
}

OqConfigGroup
oq_config_keys_elsewhere(const char *name)
{
	OqConfigGroup group = 0;

	while (group < OQ_N_CONFIG_GROUPS && oq_config_keys_find(group, name) == OQ_N_CONFIG_KEYS)
		group++;
	return group;
}

const char *
oq_config_keys_suggest(OqConfigGroup group, const char *name)
{
	const char *names[OQ_N_CONFIG_KEYS + 1] = {NULL};
	guint n_names = 0;

	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		if (rows[key].group == group)
			names[n_names++] = rows[key].name;
	}
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}

const char *
oq_config_keys_group(OqConfigGroup group)
{
	return groups[group].name;
}

const char *
oq_config_keys_group_meaning(OqConfigGroup group)
{
	return groups[group].meaning;
}

OqConfigGroup
oq_config_keys_find_group(const char *name)
{
	OqConfigGroup group = 0;

	while (group < OQ_N_CONFIG_GROUPS && strcmp(groups[group].name, name) != 0)
		group++;
	return group;
}

const char *
oq_config_keys_suggest_group(const char *name)
{
	const char *names[OQ_N_CONFIG_GROUPS + 1] = {NULL};

	for (OqConfigGroup group = 0; group < OQ_N_CONFIG_GROUPS; group++)
		names[group] = groups[group].name;
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}
