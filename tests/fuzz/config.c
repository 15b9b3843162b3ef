/* config.c - fuzzer: a user's config.ini. */
#include "scratch.h"
#include "target.h"

#include "reading/config/config.h"

#include <string.h>

/* So many are told one by one. */
#define MAX_NOTICES 20

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

/* "NAME, line 7: …", and "NAME: …" of the rest of them: one line each, not too long to be heard. */
static void
check_notices(const GPtrArray *notices, const char *path)
{
	g_autofree char *name = g_path_get_basename(path);
	g_assert_cmpuint(notices->len, <=, MAX_NOTICES + 1);
	for (guint i = 0; i < notices->len; i++) {
		const char *notice = g_ptr_array_index(notices, i);
		g_assert_true(g_utf8_validate(notice, -1, NULL));
		g_assert_null(strchr(notice, '\n'));
		g_assert_cmpint(g_utf8_strlen(notice, -1), <, 500);
		g_assert_true(g_str_has_prefix(notice, name));
		g_assert_true(g_regex_match_simple(
			i < MAX_NOTICES ? "^, line [1-9][0-9]*: ." : "^: [1-9]",
			notice + strlen(name), 0, 0));
	}
}

/* Whatever was wrong, what is there can be used. */
static void
check_settings(const OqConfig *config)
{
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	oq_config_apply(config, &settings);
	g_assert_true(oq_style_is_valid(&settings.style));
	g_assert_true(oq_lang_is_in(OQ_LANG_KK, settings.languages));
	g_assert_cmpuint(settings.languages, <=, OQ_LANGUAGES_ALL);
	g_assert_cmpuint(settings.punctuation, <, OQ_PUNCTUATION_SPELLING);
	for (OqConfigKey key = 0; key < OQ_N_CONFIG_KEYS; key++) {
		const OqConfigRow *row = oq_config_keys_row(key);
		guint number = oq_config_number(config, key);
		const char *text = oq_config_text(config, key);
		g_assert_true(row->type != OQ_CONFIG_NUMBER || *row->standard == '\0' ||
			      (number >= row->low && number <= row->high));
		g_assert_true(text == NULL || g_utf8_validate(text, -1, NULL));
	}
}

static void
check_bindings(const OqConfig *config)
{
	const GPtrArray *bindings = oq_config_bindings(config);
	g_autoptr(GHashTable) actions = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < bindings->len; i++) {
		const OqConfigBinding *binding = g_ptr_array_index(bindings, i);
		g_assert_true(binding->line > 0 && *binding->action != '\0');
		g_assert_true(g_utf8_validate(binding->action, -1, NULL));
		g_assert_true(g_utf8_validate(binding->keys, -1, NULL));
		g_assert_true(g_hash_table_add(actions, binding->action));
	}
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	g_auto(Scratch) scratch;
	scratch_init(&scratch, (const char *)bytes, n_bytes);
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(OqConfig) config = oq_config_load(scratch.path, notices);
	g_assert_true(oq_config_exists(config));
	check_notices(notices, scratch.path);
	check_settings(config);
	check_bindings(config);
	return 0;
}
