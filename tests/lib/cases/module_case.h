/* module_case.h - what tests of the speech module share: all that it stands on, with a voice whose
 * samples tell which word sounds. */
#pragma once

#include "dispatcher/module.h"
#include "made_voice.h"

typedef struct {
	OqSettings settings;
	OqNursery *nursery;
	OqReader *reader;
	OqTongues *tongues;
	OqKeyNames *keys;
	OqLog *log;
	OqModuleParts parts;
} ModuleCase;

/** module_case_init: before there is a thread. */
static inline void
module_case_init(ModuleCase *m, OqNurseryRun run)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	oq_settings_init(&m->settings);
	m->nursery = oq_nursery_new(NULL, run, NULL, &error);
	g_assert_no_error(error);
	m->reader = oq_reader_new(&m->settings, m->nursery, notices, &error);
	g_assert_no_error(error);
	m->tongues = oq_tongues_load(OQ_TEST_SHARE, &error);
	g_assert_no_error(error);
	m->keys = oq_key_names_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	m->log = oq_log_new();
	m->parts = (OqModuleParts){
		.tools = {m->reader, m->tongues, &m->settings, 100,
			oq_key_names_find(m->keys, OQ_KEY_NAME_ICON, "capital")},
		.keys = m->keys,
		.log = m->log,
	};
}

static inline void
module_case_clear(ModuleCase *m)
{
	oq_log_free(m->log);
	oq_key_names_free(m->keys);
	oq_tongues_free(m->tongues);
	oq_reader_free(m->reader);
	oq_nursery_free(m->nursery);
	oq_settings_clear(&m->settings);
}

/** module_case_recital: (transfer full): settings: NAME=VALUE with blanks between them. */
static inline OqRecital *
module_case_recital(const ModuleCase *m, const char *settings, OqSsml *ssml)
{
	g_auto(GStrv) parts = g_strsplit(settings, " ", -1);
	OqWish wish;
	oq_wish_init(&wish);
	for (gsize i = 0; parts[i] != NULL && *parts[i] != '\0'; i++) {
		char *equals = strchr(parts[i], '=');
		*equals = '\0';
		g_assert_true(oq_wish_set(&wish, parts[i], equals + 1));
	}
	return oq_recital_new(&m->parts.tools, ssml, &wish);
}
