#include "cli/options.h"

static OqOptions *
parse(const char *line, GError **error)
{
	g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
	return oq_options_parse(arguments, error);
}

static OqOptions *
parse_well(const char *line)
{
	g_autoptr(GError) error = NULL;
	OqOptions *options = parse(line, &error);
	g_assert_no_error(error);
	g_assert_nonnull(options);
	return options;
}

static void
assert_refused(const char *line, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOptions) options = parse(line, &error);
	g_assert_null(options);
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, named));
	g_assert_null(strchr(error->message, '\n'));
}

static void
test_defaults(void)
{
	g_autoptr(OqOptions) options = parse_well("oqyrman");
	g_assert_cmpuint(options->style.speed_wpm, ==, 0);
	g_assert_cmpuint(options->style.pitch_percent, ==, 50);
	g_assert_cmpuint(options->style.volume_percent, ==, 100);
	g_assert_null(options->voice);
	g_assert_null(options->output);
	g_assert_cmpuint(g_strv_length(options->words), ==, 0);
}

static void
test_long_options(void)
{
	g_autoptr(OqOptions) options = parse_well(
		"oqyrman render --follow --speed=300 --pitch 40 --volume 7 --voice kk+f3 "
		"--encoding KZ-1048 a.txt --output out.wav --quiet b.txt");
	g_assert_cmpuint(options->style.speed_wpm, ==, 300);
	g_assert_cmpuint(options->style.pitch_percent, ==, 40);
	g_assert_cmpuint(options->style.volume_percent, ==, 7);
	g_assert_cmpstr(options->voice, ==, "kk+f3");
	g_assert_cmpstr(options->encoding, ==, "KZ-1048");
	g_assert_cmpstr(options->output, ==, "out.wav");
	g_assert_true(options->quiet && options->follow);
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	oq_options_settings(options, &settings);
	g_assert_true(settings.follows);
	g_autofree char *words = g_strjoinv("|", options->words);
	g_assert_cmpstr(words, ==, "render|a.txt|b.txt");
}

static void
test_short_options(void)
{
	g_autoptr(OqOptions) options = parse_well("oqyrman -s 80 -p0 -a 100 -v kk -d hw -o - -qJ");
	g_assert_cmpuint(options->style.speed_wpm, ==, 80);
	g_assert_cmpuint(options->style.pitch_percent, ==, 0);
	g_assert_cmpstr(options->device, ==, "hw");
	g_assert_cmpstr(options->output, ==, "-");
	g_assert_true(options->quiet && options->json);
	g_assert_false(options->follow);
}

static void
test_screen_options(void)
{
	g_autoptr(OqOptions) neither = parse_well("oqyrman a.txt");
	g_assert_false(neither->large || neither->no_color);
	g_autoptr(OqOptions) both = parse_well("oqyrman --large a.txt --no-color");
	g_assert_true(both->large && both->no_color);
}

static void
test_words_after_two_dashes(void)
{
	g_autoptr(OqOptions) options = parse_well("oqyrman say -- -5 --quiet");
	g_autofree char *words = g_strjoinv("|", options->words);
	g_assert_cmpstr(words, ==, "say|-5|--quiet");
	g_assert_false(options->quiet);
}

static void
test_dash_is_a_word(void)
{
	g_autoptr(OqOptions) options = parse_well("oqyrman text -");
	g_assert_cmpstr(options->words[1], ==, "-");
}

static void
test_cyrillic_words(void)
{
	g_autoptr(OqOptions) options = parse_well("oqyrman say Сәлем --device Құлақ");
	g_assert_cmpstr(options->words[1], ==, "Сәлем");
	g_assert_cmpstr(options->device, ==, "Құлақ");
}

static void
test_wrong_options(void)
{
	assert_refused("oqyrman --colour red a.txt", "--colour");
	assert_refused("oqyrman -Z a.txt", "-Z");
	assert_refused("oqyrman --quiet=no", "=no");
	assert_refused("oqyrman say -5 градус", "-5");
	assert_refused("oqyrman a.txt --voice", "--voice");
	assert_refused("oqyrman a.txt -o", "-o");
	assert_refused("oqyrman --json --ipa text a.txt", "--json");
	assert_refused("oqyrman --sentences --explain text a.txt", "--sentences");
	assert_refused("oqyrman --quiet --verbose a.txt", "--verbose");
	assert_refused("oqyrman say --spell -P all a", "--punctuation");
}

static void
test_suggestions(void)
{
	assert_refused("oqyrman --sped 300", "did you mean --speed?");
	assert_refused("oqyrman --sped=300", "did you mean --speed?");
	assert_refused("oqyrman --Quiet", "did you mean --quiet?");
	assert_refused("oqyrman --dict a.tsv", "did you mean --dictionary?");
	assert_refused("oqyrman --colour red", "see oqyrman --help");
	assert_refused("oqyrman -Z", "see oqyrman --help");
}

static void
test_ranges(void)
{
	assert_refused("oqyrman --speed 59", "--speed 59");
	assert_refused("oqyrman --speed 601", "from 60 to 600");
	assert_refused("oqyrman --speed fast", "--speed fast");
	assert_refused("oqyrman --speed 175,5", "175,5");
	assert_refused("oqyrman --speed=", "--speed");
	assert_refused("oqyrman --pitch 101", "from 0 to 100");
	assert_refused("oqyrman --pitch -1", "--pitch -1");
	assert_refused("oqyrman --volume 99999999999999999999", "--volume");
	g_autoptr(OqOptions) low = parse_well("oqyrman --speed 60 --pitch 0 --volume 0");
	g_autoptr(OqOptions) high = parse_well("oqyrman --speed 600 --pitch 100 --volume 100");
	g_assert_cmpuint(low->style.speed_wpm, ==, 60);
	g_assert_cmpuint(high->style.speed_wpm, ==, 600);
}

static void
test_punctuation(void)
{
	g_autoptr(OqOptions) unset = parse_well("oqyrman");
	g_autoptr(OqOptions) none = parse_well("oqyrman --punctuation none");
	g_autoptr(OqOptions) some = parse_well("oqyrman -Psome");
	g_autoptr(OqOptions) all = parse_well("oqyrman --punctuation=all");
	g_assert_cmpint(unset->punctuation, ==, OQ_PUNCTUATION_NONE);
	g_assert_cmpint(none->punctuation, ==, OQ_PUNCTUATION_NONE);
	g_assert_cmpint(some->punctuation, ==, OQ_PUNCTUATION_SOME);
	g_assert_cmpint(all->punctuation, ==, OQ_PUNCTUATION_ALL);
	assert_refused("oqyrman --punctuation spelling", "none, some or all");
	assert_refused("oqyrman --punctuation=", "--punctuation");
}

/* What was not given leaves the settings as they are. */
static void
test_settings(void)
{
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	oq_style_set_voice(&settings.style, "marat");
	settings.style.speed_wpm = 200;
	settings.punctuation = OQ_PUNCTUATION_ALL;
	settings.languages = OQ_LANG_BIT(OQ_LANG_KK);
	settings.follows = TRUE;
	settings.device = g_strdup("before");
	g_autoptr(OqOptions) none = parse_well("oqyrman a.txt");
	oq_options_settings(none, &settings);
	g_assert_cmpstr(settings.style.voice, ==, "marat");
	g_assert_cmpuint(settings.style.speed_wpm, ==, 200);
	g_assert_cmpint(settings.punctuation, ==, OQ_PUNCTUATION_ALL);
	g_assert_cmpuint(settings.languages, ==, OQ_LANG_BIT(OQ_LANG_KK));
	g_assert_cmpstr(settings.device, ==, "before");
	g_assert_true(settings.follows);
	g_autoptr(OqOptions) all = parse_well("oqyrman -v ainur -s 100 -p 10 -a 20 -P none -l "
					      "kk,ru,en -d now -D d.tsv -j 3 -e UTF-16 -D e.tsv");
	oq_options_settings(all, &settings);
	g_assert_cmpstr(settings.style.voice, ==, "ainur");
	g_assert_cmpuint(settings.style.speed_wpm, ==, 100);
	g_assert_cmpuint(settings.style.pitch_percent, ==, 10);
	g_assert_cmpuint(settings.style.volume_percent, ==, 20);
	g_assert_cmpint(settings.punctuation, ==, OQ_PUNCTUATION_NONE);
	g_assert_cmpuint(settings.languages, ==, OQ_LANGUAGES_ALL);
	g_assert_cmpstr(settings.device, ==, "now");
	g_assert_cmpuint(g_strv_length(settings.dictionaries), ==, 2);
	g_assert_cmpstr(settings.dictionaries[0], ==, "d.tsv");
	g_assert_cmpstr(settings.dictionaries[1], ==, "e.tsv");
	g_assert_cmpstr(settings.encoding, ==, "UTF-16");
	g_assert_cmpuint(settings.n_jobs, ==, 3);
}

static void
test_fit(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOptions) json = parse_well("oqyrman render a.txt --json");
	g_assert_false(oq_options_fit(json, OQ_TRAIT_WRITES | OQ_TRAIT_FILES, "render", &error));
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, "--json"));
	g_assert_nonnull(strstr(error->message, "oqyrman render"));
	g_assert_true(oq_options_fit(json, OQ_TRAIT_PRINTS | OQ_TRAIT_FILES, "text", NULL));
	g_autoptr(OqOptions) output = parse_well("oqyrman a.txt -o b.wav");
	g_assert_false(oq_options_fit(output, OQ_TRAIT_PLAYS, "read", NULL));
	g_assert_true(oq_options_fit(output, OQ_TRAIT_NAMES, "render", NULL));
	g_autoptr(OqOptions) quiet = parse_well("oqyrman -q");
	g_assert_true(oq_options_fit(quiet, OQ_TRAIT_ANY, "voices", NULL));
}

static void
assert_named_once(const OqOption *options, gsize n_options, gsize i)
{
	for (gsize k = i + 1; k < n_options; k++) {
		g_assert_cmpstr(options[i].name, !=, options[k].name);
		g_assert_true(options[i].letter == 0 || options[i].letter != options[k].letter);
		g_assert_cmpuint(options[i].member, !=, options[k].member);
	}
}

/* What completions propose is taken, and what takes no value has none to propose. */
static void
assert_takes_choices(const OqOption *option)
{
	g_assert_true(option->value != NULL || option->choices == NULL);
	g_auto(GStrv) choices = g_strsplit(option->choices != NULL ? option->choices : "", " ", -1);
	for (gsize i = 0; choices[i] != NULL; i++) {
		g_autofree char *line =
			g_strdup_printf("oqyrman --%s %s", option->name, choices[i]);
		g_autoptr(OqOptions) options = parse_well(line);
		g_assert_cmpuint(g_strv_length(options->words), ==, 0);
	}
}

static void
test_table(void)
{
	gsize n_options;
	const OqOption *options = oq_options_table(&n_options);
	g_assert_cmpuint(n_options, >, 10);
	for (gsize i = 0; i < n_options; i++) {
		g_assert_nonnull(options[i].meaning);
		assert_named_once(options, n_options, i);
		assert_takes_choices(&options[i]);
	}
}

static void
test_fits(void)
{
	OqOption any = {.name = "any", .traits = OQ_TRAIT_ANY};
	OqOption two = {.name = "two", .traits = OQ_TRAIT_PLAYS | OQ_TRAIT_WRITES};
	g_assert_true(oq_options_fits(&any, OQ_TRAIT_ANY));
	g_assert_true(oq_options_fits(&any, OQ_TRAIT_FILES));
	g_assert_true(oq_options_fits(&two, OQ_TRAIT_WRITES | OQ_TRAIT_FILES));
	g_assert_false(oq_options_fits(&two, OQ_TRAIT_FILES));
	g_assert_false(oq_options_fits(&two, OQ_TRAIT_ANY));
}

/* An error from below about what an option names becomes one of the command line, others stay. */
static void
test_propagate(void)
{
	g_autoptr(GError) failure = g_error_new(G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");
	g_autoptr(GError) turned = NULL;
	g_autoptr(GError) kept = NULL;
	g_autoptr(GError) none = NULL;
	oq_options_propagate(&turned, failure, G_FILE_ERROR, G_FILE_ERROR_NOENT);
	g_assert_error(turned, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_cmpstr(turned->message, ==, "gone");
	oq_options_propagate(&kept, failure, G_FILE_ERROR, G_FILE_ERROR_ACCES);
	g_assert_error(kept, G_FILE_ERROR, G_FILE_ERROR_NOENT);
	oq_options_propagate(&none, NULL, G_FILE_ERROR, G_FILE_ERROR_NOENT);
	g_assert_no_error(none);
}

static void
test_skip(void)
{
	g_auto(OqSettings) settings = {0};
	g_autoptr(OqOptions) none = parse_well("oqyrman a.txt");
	g_assert_cmpuint(none->skips, ==, 0);
	g_autoptr(OqOptions) some = parse_well("oqyrman --skip notes,emoji a.txt");
	g_assert_cmpuint(some->skips, ==, OQ_SKIP_NOTES | OQ_SKIP_EMOJI);
	oq_options_settings(some, &settings);
	g_assert_cmpuint(settings.skips, ==, OQ_SKIP_NOTES | OQ_SKIP_EMOJI);
	g_assert_false(settings.written_pauses);
	g_autoptr(OqOptions) pauses = parse_well("oqyrman --written-pauses a.txt");
	oq_options_settings(pauses, &settings);
	g_assert_true(settings.written_pauses);
	assert_refused("oqyrman --skip note", "--skip note");
}

static void
test_notes(void)
{
	g_auto(OqSettings) settings = {0};
	g_autoptr(OqOptions) none = parse_well("oqyrman a.epub");
	g_autoptr(OqOptions) some = parse_well("oqyrman --notes inline a.epub");
	oq_options_settings(some, &settings);
	g_assert_cmpint(settings.notes, ==, OQ_NOTES_INLINE);
	oq_options_settings(none, &settings);
	g_assert_cmpint(settings.notes, ==, OQ_NOTES_INLINE);
	assert_refused("oqyrman --notes inside a.epub", "--notes inside");
}

static void
test_languages(void)
{
	static const struct {
		const char *line;
		OqLanguages languages;
	} cases[] = {
		{"oqyrman", OQ_LANGUAGES_ALL},
		{"oqyrman --languages kk", OQ_LANG_BIT(OQ_LANG_KK)},
		{"oqyrman -l ru,kk", OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_RU)},
		{"oqyrman text --languages=kk,en",
			OQ_LANG_BIT(OQ_LANG_KK) | OQ_LANG_BIT(OQ_LANG_EN)},
		{"oqyrman -lkk,ru,en", OQ_LANGUAGES_ALL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(OqOptions) options = parse_well(cases[i].line);
		g_assert_cmpuint(options->languages, ==, cases[i].languages);
	}
	assert_refused("oqyrman --languages ru", "--languages ru");
	assert_refused("oqyrman --languages kk,de", "kk,de");
	assert_refused("oqyrman --languages kk,", "kk,");
	assert_refused("oqyrman --languages KK", "KK");
	assert_refused("oqyrman --languages=", "--languages");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/options/defaults", test_defaults);
	g_test_add_func("/options/long", test_long_options);
	g_test_add_func("/options/short", test_short_options);
	g_test_add_func("/options/screen-options", test_screen_options);
	g_test_add_func("/options/words-after-two-dashes", test_words_after_two_dashes);
	g_test_add_func("/options/dash-is-a-word", test_dash_is_a_word);
	g_test_add_func("/options/cyrillic-words", test_cyrillic_words);
	g_test_add_func("/options/wrong", test_wrong_options);
	g_test_add_func("/options/suggestions", test_suggestions);
	g_test_add_func("/options/ranges", test_ranges);
	g_test_add_func("/options/punctuation", test_punctuation);
	g_test_add_func("/options/settings", test_settings);
	g_test_add_func("/options/fit", test_fit);
	g_test_add_func("/options/table", test_table);
	g_test_add_func("/options/fits", test_fits);
	g_test_add_func("/options/propagate", test_propagate);
	g_test_add_func("/options/languages", test_languages);
	g_test_add_func("/options/skip", test_skip);
	g_test_add_func("/options/notes", test_notes);
	return g_test_run();
}
