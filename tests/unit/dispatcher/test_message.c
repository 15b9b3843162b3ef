#include "dispatcher/message.h"

static OqKeyNames *names;

/* Runs with a bar between them; #: spelled. */
static void
assert_message(OqVerb verb, const char *text, const char *expected)
{
	g_autoptr(OqSsml) ssml = oq_message_read(names, verb, text);
	g_autoptr(GString) shown = g_string_new(NULL);
	for (guint i = 0; i < ssml->runs->len; i++) {
		const OqSsmlRun *run = &g_array_index(ssml->runs, OqSsmlRun, i);
		g_string_append(shown, i > 0 ? "|" : "");
		g_string_append(shown, run->is_spelled ? "#" : "");
		g_string_append_len(shown, ssml->text->str + run->start, run->end - run->start);
	}
	g_assert_cmpstr(shown->str, ==, expected);
}

static const char *
key(const char *name)
{
	return oq_key_names_find(names, OQ_KEY_NAME_KEY, name);
}

static void
test_characters(void)
{
	assert_message(OQ_VERB_CHAR, "ә", "#ә");
	assert_message(OQ_VERB_CHAR, "space", "# ");
	assert_message(OQ_VERB_CHAR, "linefeed", "#\n");
	assert_message(OQ_VERB_CHAR, "<", "#<");
	assert_message(OQ_VERB_CHAR, "&lt;", "#&lt;");
}

static void
test_keys(void)
{
	g_autofree char *shift_a = g_strconcat(key("shift"), " |#a", NULL);
	g_autofree char *three =
		g_strconcat(key("control"), " ", key("alt"), " ", key("delete"), NULL);
	g_autofree char *underscore = g_strconcat(key("shift"), " |#_", NULL);
	assert_message(OQ_VERB_KEY, "a", "#a");
	assert_message(OQ_VERB_KEY, "Қ", "#Қ");
	assert_message(OQ_VERB_KEY, "shift_a", shift_a);
	assert_message(OQ_VERB_KEY, "control_alt_delete", three);
	assert_message(OQ_VERB_KEY, "Return", key("return"));
	assert_message(OQ_VERB_KEY, "Page_Up", key("page-up"));
	assert_message(OQ_VERB_KEY, "_", "#_");
	assert_message(OQ_VERB_KEY, "shift__", underscore);
	assert_message(OQ_VERB_KEY, "XF86Sleep", "XF86Sleep");
	assert_message(OQ_VERB_KEY, "some_thing", "some_thing");
}

static void
test_others(void)
{
	assert_message(
		OQ_VERB_SOUND_ICON, "bell", oq_key_names_find(names, OQ_KEY_NAME_ICON, "bell"));
	assert_message(OQ_VERB_SOUND_ICON, "other", "other");
	assert_message(OQ_VERB_SPEAK, "<speak>a</speak>", "a");
}

/* Looked up time and again, it would take hours. */
static void
test_endless_key(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < 200000; i++)
		g_string_append(text, "control_");
	g_autoptr(OqSsml) ssml = oq_message_read(names, OQ_VERB_KEY, text->str);
	g_assert_cmpstr(ssml->text->str, ==, text->str);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	names = oq_key_names_load(OQ_TEST_VOICES "/kk", NULL);
	g_assert_nonnull(names);
	g_test_add_func("/message/characters", test_characters);
	g_test_add_func("/message/keys", test_keys);
	g_test_add_func("/message/others", test_others);
	g_test_add_func("/message/endless-key", test_endless_key);
	int status = g_test_run();
	oq_key_names_free(names);
	return status;
}
