/* options.c - see the header. */
#include "cli/options.h"
#include "base/nearest.h"
#include "cli/options_style.h"
#include "cli/options_values.h"
#include "radio/sidecars/sidecars.h"
#include <glib/gi18n.h>

G_DEFINE_QUARK(oq - usage - error - quark, oq_usage_error)

#define MEMBER(name) G_STRUCT_OFFSET(OqOptions, name)

/* More processors than any machine that reads aloud has. */
#define MAX_JOBS 256

#define DEFAULT_SETTLE_S 2
#define MAX_SETTLE_S     3600

static const OqOption table[] = {
	{"voice", 'v', MEMBER(voice), OQ_TRAIT_READS, .value = N_("NAME"), .kind = OQ_VALUE_VOICE,
		.meaning = N_("the voice, one of those that oqyrman voices lists")},
	{"speed", 's', MEMBER(speed_text), OQ_TRAIT_SPEAKS, .value = N_("WPM"),
		.meaning = N_("Kazakh words a minute, 60 to 600; the voice's own unless given")},
	{"pitch", 'p', MEMBER(pitch_text), OQ_TRAIT_SPEAKS, .value = N_("N"),
		.meaning = N_("pitch, 0 to 100; 50 is the voice's own")},
	{"volume", 'a', MEMBER(volume_text), OQ_TRAIT_SPEAKS, .value = N_("N"),
		.meaning = N_("volume, 0 to 100; 100 unless given")},
	{"pauses", 0, MEMBER(pauses_text), OQ_TRAIT_SPEAKS, .value = N_("PERCENT"),
		.meaning = N_("how long pauses are, 25 to 400; 100 unless given; words are as fast "
			      "as before")},
	{"quotes", 0, MEMBER(quotes_text), OQ_TRAIT_SPEAKS, .value = N_("HOW"),
		.meaning = N_("how quotations are said: higher (+N) or lower (-N) by so much, or "
			      "by the voice that is named")},
	{"punctuation", 'P', MEMBER(punctuation_text), OQ_TRAIT_READS, .value = N_("LEVEL"),
		.choices = "none some all",
		.meaning = N_("which signs are named: none, some or all; none unless given")},
	{"spell", 0, MEMBER(spell), OQ_TRAIT_WORDS,
		.meaning = N_("say every character by its name, spaces too")},
	{"encoding", 'e', MEMBER(encoding), OQ_TRAIT_FILES | OQ_TRAIT_WATCHES, .value = N_("NAME"),
		.choices = "UTF-8 UTF-16 windows-1251 KZ-1048",
		.meaning = N_(
			"the encoding of the files, such as UTF-16, windows-1251 or KZ-1048; UTF-8 "
			"unless given")},
	{"follow", 0, MEMBER(follow), OQ_TRAIT_FILES,
		.meaning = N_("wait at the end of the last file for what is written to it, or at a "
			      "named pipe for its next writer")},
	{"dictionary", 'D', MEMBER(dictionary), OQ_TRAIT_READS, .value = N_("FILE"),
		.kind = OQ_VALUE_FILE,
		.meaning = N_("a table of words and how they are said, which goes before your own "
			      "dictionary.tsv")},
	{"languages", 'l', MEMBER(languages_text), OQ_TRAIT_READS, .value = N_("LIST"),
		.choices = "kk kk,ru kk,en kk,ru,en",
		.meaning = N_("the languages that voices are chosen from: kk, and ru and en unless "
			      "left out")},
	{"skip", 0, MEMBER(skip_text), OQ_TRAIT_READS, .value = N_("LIST"),
		.choices = "notes references brackets addresses emoji heads",
		.meaning = N_("what is left out, with commas between them: notes, references, "
			      "brackets, addresses, emoji, heads; nothing unless given")},
	{"written-pauses", 0, MEMBER(written_pauses), OQ_TRAIT_READS,
		.meaning = N_("make the pauses that are written in the text, such as [pause 2s]")},
	{"device", 'd', MEMBER(device), OQ_TRAIT_PLAYS, .value = N_("NAME"),
		.meaning = N_("the sound device, one of those that oqyrman voices lists")},
	{"wait", 0, MEMBER(wait), OQ_TRAIT_PLAYS, .group = OQ_GROUP_TURN,
		.meaning = N_("when something is being read already, wait for its end")},
	{"interrupt", 0, MEMBER(interrupt), OQ_TRAIT_PLAYS, .group = OQ_GROUP_TURN,
		.meaning = N_("when something is being read already, stop it")},
	{"beginning", 0, MEMBER(beginning), OQ_TRAIT_DRIVEN,
		.meaning = N_("begin at the beginning, not where the text was left")},
	{"large", 0, MEMBER(large), OQ_TRAIT_DRIVEN,
		.meaning = N_("show what is read in big letters, as wide as the terminal")},
	{"no-color", 0, MEMBER(no_color), OQ_TRAIT_DRIVEN,
		.meaning = N_("print plain lines: no word is highlighted, nothing is rewritten")},
	{"output", 'o', MEMBER(output), OQ_TRAIT_NAMES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("the audio file; its extension picks the format; a hyphen (-) is "
			      "WAV on standard output; a folder: a file of each text in it; unless "
			      "given, one beside each text")},
	{"no-clobber", 0, MEMBER(no_clobber), OQ_TRAIT_NAMES, .group = OQ_GROUP_TAKEN,
		.meaning = N_("never replace a file; without -o it is so")},
	{"number", 0, MEMBER(number), OQ_TRAIT_NAMES, .group = OQ_GROUP_TAKEN,
		.meaning = N_("where a name is taken, add a number, as in news-2.wav; the name is "
			      "printed")},
	{"resume", 0, MEMBER(resume), OQ_TRAIT_NAMES,
		.meaning = N_("keep what was said, beside the audio, until it is whole; what was "
			      "broken off goes on there")},
	{"bell", 0, MEMBER(bell), OQ_TRAIT_NAMES,
		.meaning = N_("ring the terminal's bell when all is done, or has failed")},
	{"beside", 0, MEMBER(beside_text), OQ_TRAIT_WRITES, .value = N_("LIST"),
		.choices = OQ_SIDECARS_NAMES,
		.meaning = N_("what is written beside the audio, with commas between them: srt, "
			      "vtt, json, chapters, chapters-json, ffmetadata, script, png, "
			      "loudness, loudness-json")},
	{"start", 0, MEMBER(start), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("PLACE"),
		.meaning = N_("begin at a heading, by its words or as #2, at a sentence, by its "
			      "number or by words that stand in it")},
	{"end", 0, MEMBER(end), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("PLACE"),
		.meaning =
			N_("end before a heading, or behind a sentence, named in the same ways")},
	{"duration", 0, MEMBER(duration_text), OQ_TRAIT_WRITES, .value = N_("LENGTH"),
		.meaning = N_("make the audio so long, as 3:00, by speed and pauses; where that "
			      "would not be natural, say how many words are too many or too few")},
	{"paragraphs", 0, MEMBER(paragraphs), OQ_TRAIT_TIMES,
		.meaning = N_("tell of each paragraph, too")},
	{"out", 0, MEMBER(out), OQ_TRAIT_WATCHES, .value = N_("FOLDER"), .kind = OQ_VALUE_FILE,
		.meaning = N_("where the audio goes; the folder out in the one that is watched "
			      "unless given")},
	{"format", 0, MEMBER(format), OQ_TRAIT_NAMES | OQ_TRAIT_WATCHES, .value = N_("EXTENSION"),
		.choices = "wav flac ogg opus mp3",
		.meaning = N_("the format of the audio: wav, flac, ogg, opus or mp3; wav unless "
			      "given")},
	{"settle", 0, MEMBER(settle_text), OQ_TRAIT_WATCHES, .value = N_("SECONDS"),
		.meaning = N_("how long a text must not have changed to be whole, 0 to 3600; 2 "
			      "unless given")},
	{"jobs", 'j', MEMBER(jobs_text), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("N"),
		.meaning = N_("how many processes speak at once; one for each processor unless "
			      "given")},
	{"sentences", 'S', MEMBER(sentences), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print the sentences as they are written")},
	{"ipa", 'i', MEMBER(ipa), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print the sounds of the voice (IPA)")},
	{"explain", 'x', MEMBER(explain), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print what each part of a sentence became, and by which rule")},
	{"json", 'J', MEMBER(json), OQ_TRAIT_PRINTS | OQ_TRAIT_TIMES, .group = OQ_GROUP_FORM,
		.meaning = N_("print one JSON object a line")},
	{"forget", 0, MEMBER(forget), OQ_TRAIT_RECENT, .value = N_("TEXT"), .choices = "all",
		.meaning = N_(
			"forget the place and the bookmarks of a text, by its number or its name; "
			"all: of all texts")},
	{"quiet", 'q', MEMBER(quiet), OQ_TRAIT_ANY, .group = OQ_GROUP_TALK,
		.meaning = N_("no progress and no warnings, errors only")},
	{"verbose", 0, MEMBER(verbose), OQ_TRAIT_READS, .group = OQ_GROUP_TALK,
		.meaning = N_("say what is being done")},
	{"check", 0, MEMBER(check), OQ_TRAIT_SETS,
		.meaning = N_("print what is wrong in your config.ini, line by line")},
	{"help", 'h', MEMBER(help), OQ_TRAIT_ANY, .group = OQ_GROUP_ALONE,
		.meaning = N_("print help, on the command alone when one is named")},
	{"version", 'V', MEMBER(version), OQ_TRAIT_ANY, .group = OQ_GROUP_ALONE,
		.meaning = N_("print the version")},
};

/* GLib's own messages are in whatever languages GLib is installed in, so the parser is made to
 * leave alone what it does not know; FILENAME, since STRING refuses Cyrillic letters in the C
 * locale. */
static GOptionEntry *
make_entries(OqOptions *options)
{
	GOptionEntry *entries = g_new0(GOptionEntry, G_N_ELEMENTS(table) + 2);
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
		entries[i].long_name = table[i].name;
		entries[i].short_name = table[i].letter;
		entries[i].arg = table[i].value != NULL ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE;
		entries[i].arg_data = G_STRUCT_MEMBER_P(options, table[i].member);
	}
	entries[G_N_ELEMENTS(table)].long_name = G_OPTION_REMAINING;
	entries[G_N_ELEMENTS(table)].arg = G_OPTION_ARG_FILENAME_ARRAY;
	entries[G_N_ELEMENTS(table)].arg_data = &options->words;
	return entries;
}

static gboolean
takes_value(char letter)
{
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
		if (letter != '\0' && table[i].letter == letter)
			return table[i].value != NULL;
	}
	return FALSE;
}

/* GLib takes "--quiet=no" for "--quiet". */
static gboolean
check_flag(const char *argument, GError **error)
{
	const char *value = strchr(argument, '=');
	for (gsize i = 0; value != NULL && i < G_N_ELEMENTS(table); i++) {
		gsize length = strlen(table[i].name);
		if (table[i].value != NULL || !g_str_has_prefix(argument, "--") ||
			argument + 2 + length != value ||
			strncmp(argument + 2, table[i].name, length) != 0)
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s takes no value; leave out %s"), table[i].name, value);
		return FALSE;
	}
	return TRUE;
}

static gboolean
check_flags(char **arguments, GError **error)
{
	for (; *arguments != NULL && strcmp(*arguments, "--") != 0; arguments++) {
		if (!check_flag(*arguments, error))
			return FALSE;
	}
	return TRUE;
}

/* "-s300" becomes "-s" "300", which GLib understands. */
static char **
split_arguments(char **arguments)
{
	g_autoptr(GPtrArray) split = g_ptr_array_new();
	gboolean words_only = FALSE;
	for (; *arguments != NULL; arguments++) {
		const char *argument = *arguments;
		words_only |= strcmp(argument, "--") == 0;
		if (!words_only && argument[0] == '-' && takes_value(argument[1])) {
			g_ptr_array_add(split, g_strndup(argument, 2));
			argument += 2;
		}
		if (*argument != '\0' || argument == *arguments)
			g_ptr_array_add(split, g_strdup(argument));
	}
	g_ptr_array_add(split, NULL);
	return (char **)g_ptr_array_steal(split, NULL);
}

/* (nullable): the option that was meant, perhaps; "--option=value" names one, too. */
static const char *
suggest(const char *argument)
{
	const char *names[G_N_ELEMENTS(table) + 1] = {NULL};
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
		names[i] = table[i].name;
	if (!g_str_has_prefix(argument, "--"))
		return NULL;
	g_autofree char *name = g_strndup(argument + 2, strcspn(argument + 2, "="));
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}

static gboolean
refuse_unknown(const char *argument, GError **error)
{
	const char *meant = suggest(argument);
	if (meant != NULL)
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; did you mean --%s?"), argument, meant);
	else
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("there is no option %s; see oqyrman --help"), argument);
	return FALSE;
}

static gboolean
parse_arguments(OqOptions *options, char **arguments, GError **error)
{
	g_autofree GOptionEntry *entries = make_entries(options);
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_set_ignore_unknown_options(context, TRUE);
	g_option_context_add_main_entries(context, entries, NULL);
	g_auto(GStrv) rest = split_arguments(arguments);
	if (!g_option_context_parse_strv(context, &rest, NULL)) {
		/* Nothing but a missing value is left to go wrong, and only the last one can be. */
		const char *last = arguments[g_strv_length(arguments) - 1];
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("%s needs a value; see oqyrman --help"), last);
		return FALSE;
	}
	for (gsize i = 1; rest[i] != NULL; i++) {
		if (strcmp(rest[i], "--") != 0)
			return refuse_unknown(rest[i], error);
	}
	return TRUE;
}

static gboolean
check_values(OqOptions *options, GError **error)
{
	return oq_options_style(options, &options->style, error) &&
	       oq_options_values_number(
		       "jobs", options->jobs_text, 1, MAX_JOBS, &options->n_jobs, error) &&
	       oq_options_values_duration(options->duration_text, &options->duration_ms, error) &&
	       oq_options_values_number("settle", options->settle_text, 0, MAX_SETTLE_S,
		       &options->settle_s, error) &&
	       oq_options_values_punctuation(
		       options->punctuation_text, &options->punctuation, error) &&
	       oq_options_values_languages(options->languages_text, &options->languages, error) &&
	       oq_options_values_skips(options->skip_text, &options->skips, error) &&
	       oq_options_values_sidecars(options->beside_text, &options->sidecars, error);
}

gboolean
oq_options_is_given(const OqOptions *options, const OqOption *option)
{
	const void *member = (const char *)options + option->member;
	return option->value != NULL ? *(char *const *)member != NULL : *(const gboolean *)member;
}

static gboolean
refuse_both(const char *name, const char *other, GError **error)
{
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--%s and --%s exclude each other; give one"), name, other);
	return FALSE;
}

static gboolean
check_groups(const OqOptions *options, GError **error)
{
	const char *given[OQ_N_GROUPS] = {NULL};
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
		OqOptionGroup group = table[i].group;
		if (group <= OQ_GROUP_ALONE || !oq_options_is_given(options, &table[i]))
			continue;
		if (given[group] != NULL)
			return refuse_both(given[group], table[i].name, error);
		given[group] = table[i].name;
	}
	return TRUE;
}

static gboolean
check_together(const OqOptions *options, GError **error)
{
	if (!options->spell || options->punctuation_text == NULL)
		return check_groups(options, error);
	g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("--spell names every sign; leave out --punctuation"));
	return FALSE;
}

OqOptions *
oq_options_parse(char **arguments, GError **error)
{
	g_return_val_if_fail(arguments != NULL && arguments[0] != NULL, NULL);
	g_autoptr(OqOptions) options = g_new0(OqOptions, 1);
	options->settle_s = DEFAULT_SETTLE_S;
	if (!check_flags(arguments, error) || !parse_arguments(options, arguments, error) ||
		!check_values(options, error) || !check_together(options, error))
		return NULL;
	if (options->words == NULL)
		options->words = g_new0(char *, 1);
	return g_steal_pointer(&options);
}

void
oq_options_free(OqOptions *options)
{
	if (options == NULL)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
		if (table[i].value != NULL)
			g_free(*(char **)G_STRUCT_MEMBER_P(options, table[i].member));
	}
	g_strfreev(options->words);
	g_free(options);
}

gboolean
oq_options_fits(const OqOption *option, guint traits)
{
	return option->traits == OQ_TRAIT_ANY || (option->traits & traits) != 0;
}

gboolean
oq_options_fit(const OqOptions *options, guint traits, const char *verb, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
		if (oq_options_fits(&table[i], traits) || !oq_options_is_given(options, &table[i]))
			continue;
		g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
			_("--%s does not go with oqyrman %s; leave it out"), table[i].name, verb);
		return FALSE;
	}
	return TRUE;
}

void
oq_options_propagate(GError **error, const GError *failure, GQuark domain, int code)
{
	if (g_error_matches(failure, domain, code))
		g_set_error_literal(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, failure->message);
	else if (failure != NULL)
		g_propagate_error(error, g_error_copy(failure));
}

const OqOption *
oq_options_table(gsize *n_options)
{
	*n_options = G_N_ELEMENTS(table);
	return table;
}

void
oq_options_change_style(const OqOptions *options, OqStyle *style)
{
	if (options->voice != NULL)
		oq_style_set_voice(style, options->voice);
	if (options->speed_text != NULL)
		style->speed_wpm = options->style.speed_wpm;
	if (options->pitch_text != NULL)
		style->pitch_percent = options->style.pitch_percent;
	if (options->volume_text != NULL)
		style->volume_percent = options->style.volume_percent;
	if (options->pauses_text != NULL)
		style->pauses_percent = options->style.pauses_percent;
	if (options->quotes_text != NULL)
		oq_style_set_quotes(style, options->quotes_text);
}

static void
set_text(const char *text, char **setting)
{
	if (text == NULL)
		return;
	g_free(*setting);
	*setting = g_strdup(text);
}

void
oq_options_settings(const OqOptions *options, OqSettings *settings)
{
	oq_options_change_style(options, &settings->style);
	if (options->punctuation_text != NULL)
		settings->punctuation = options->punctuation;
	if (options->languages_text != NULL)
		settings->languages = options->languages;
	if (options->jobs_text != NULL)
		settings->n_jobs = options->n_jobs;
	if (options->skip_text != NULL)
		settings->skips = options->skips;
	settings->written_pauses |= options->written_pauses;
	settings->follows |= options->follow;
	set_text(options->dictionary, &settings->dictionary);
	set_text(options->encoding, &settings->encoding);
	set_text(options->device, &settings->device);
}
