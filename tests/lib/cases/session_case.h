/* session_case.h - what the tests of a session share: a text that is read with the made voice on a
 * device in memory, keys that are pressed, and what the screen shows of them. */
#pragma once

#include "home/session-private.h"

#include "audio/playing/device_memory.h"
#include "made_voice.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SESSION_CASE_LATENCY 400

/* So much is heard between two looks at the script: less than a word. */
#define SESSION_CASE_FRAMES 50

static const char session_case_text[] =
	"Бір екі үш.\n\nТөрт бес алты. Жеті сегіз тоғыз.\n\nОн жиырма отыз.\n";

/** In place of what is shown: the reading has come to a pause. */
#define SESSION_CASE_RESTS "\001"

/** A key, and what the screen shows of it, below what it showed before. */
typedef struct {
	const char *key;
	const char *shown; /* nullable: nothing is waited for */
} SessionStep;

typedef struct {
	OqSettings settings;
	OqReader *reader;
	OqNursery *nursery;
	OqDevice *device;
	OqScreen *screen;
	OqLayouts *layouts;
	OqBindings *bindings;
	GMainContext *context;
	OqSessionParts parts;
	OqSession *session;
	GCancellable *stop;
	char *path;               /* of the screen */
	const char *const *texts; /* (nullable): files that are read in place of the text */
	int fd;

	const SessionStep *steps;
	gsize n_steps, at;
	gsize n_seen; /* bytes of the screen that were looked at */
	gboolean is_pressed;
} SessionCase;

static inline void
session_case_make_reader(SessionCase *f)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	oq_settings_init(&f->settings);
	f->nursery = oq_nursery_new(NULL, made_voice_run, NULL, &error);
	g_assert_no_error(error);
	f->reader = oq_reader_new(&f->settings, NULL, notices, &error);
	g_assert_no_error(error);
	f->layouts = oq_layouts_load(OQ_TEST_VOICES "/kk", &error);
	g_assert_no_error(error);
	f->bindings = oq_bindings_new(f->layouts, NULL, 0, notices);
	g_assert_cmpuint(notices->len, ==, 0);
}

static inline void
session_case_make_screen(SessionCase *f)
{
	const OqLooks looks = {.is_terminal = TRUE, .is_utf8 = TRUE};
	f->fd = g_file_open_tmp("oqyrman-XXXXXX", &f->path, NULL);
	g_assert_cmpint(f->fd, >=, 0);
	f->screen = oq_screen_new(f->fd, &looks, NULL, 200, 50);
}

static inline void
session_case_set_up(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	f->context = g_main_context_new();
	g_main_context_push_thread_default(f->context);
	session_case_make_reader(f);
	session_case_make_screen(f);
	f->device = oq_device_memory_new(MADE_VOICE_RATE_HZ, SESSION_CASE_LATENCY);
	f->parts = (OqSessionParts){.reader = f->reader,
		.playback = oq_playback_new(
			oq_pool_new(f->nursery, 1), oq_player_new(f->device), &style, f->context),
		.screen = f->screen,
		.bindings = f->bindings,
		.layouts = f->layouts,
		.title = "Мәтін",
		.study_pause_ms = 3000};
	f->stop = g_cancellable_new();
}

static inline void
session_case_tear_down(SessionCase *f, gconstpointer data G_GNUC_UNUSED)
{
	oq_playback_free(f->parts.playback);
	oq_screen_free(f->screen);
	oq_bindings_free(f->bindings);
	oq_layouts_free(f->layouts);
	oq_reader_free(f->reader);
	oq_nursery_free(f->nursery);
	oq_settings_clear(&f->settings);
	g_object_unref(f->stop);
	g_main_context_pop_thread_default(f->context);
	g_main_context_unref(f->context);
	close(f->fd);
	g_unlink(f->path);
	g_free(f->path);
}

static inline void
session_case_remove_folder(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
		g_autofree char *file = g_build_filename(path, name, NULL);
		g_assert_cmpint(g_unlink(file), ==, 0);
	}
	g_assert_cmpint(g_rmdir(path), ==, 0);
}

/* Below what was seen before; then it is seen. */
static inline gboolean
session_case_is_shown(SessionCase *f, const char *wanted)
{
	g_autofree char *screen = NULL;
	g_assert_true(g_file_get_contents(f->path, &screen, NULL, NULL));
	const char *found = strstr(screen + f->n_seen, wanted);
	if (found != NULL)
		f->n_seen = (gsize)(found - screen) + strlen(wanted);
	return found != NULL;
}

static inline guint
session_case_count(SessionCase *f, const char *wanted)
{
	g_autofree char *screen = NULL;
	guint n = 0;
	g_assert_true(g_file_get_contents(f->path, &screen, NULL, NULL));
	for (const char *at = screen; (at = strstr(at, wanted)) != NULL; at += strlen(wanted))
		n++;
	return n;
}

static inline void
session_case_press(SessionCase *f, const char *name)
{
	OqKey key;
	g_assert_true(oq_key_parse(name, &key));
	oq_session_take_any_key(f->session, &key);
}

static inline gboolean
session_case_is_answered(SessionCase *f, const SessionStep *step)
{
	if (g_strcmp0(step->shown, SESSION_CASE_RESTS) == 0)
		return f->session->status.state == OQ_PLAYBACK_PAUSED &&
		       oq_playback_status(f->parts.playback).state == OQ_PLAYBACK_PAUSED;
	return step->shown == NULL || session_case_is_shown(f, step->shown);
}

/* What was heard by now, the session knows. */
static inline gboolean
session_case_is_told(const SessionCase *f)
{
	const OqPlaybackStatus *told = &f->session->status;
	OqPlaybackStatus status = oq_playback_status(f->parts.playback);
	return told->state == status.state && told->word_start == status.word_start &&
	       told->word_end == status.word_end && told->in_answer == status.in_answer;
}

/* Time passes for the device, and the next key is pressed when the last one was answered. */
static inline gboolean
session_case_go_on(gpointer data)
{
	SessionCase *f = data;
	if (f->at == f->n_steps) {
		if (f->session->leave != OQ_LEAVE_NONE && session_case_is_told(f))
			oq_device_memory_hear(f->device, SESSION_CASE_FRAMES);
		return G_SOURCE_CONTINUE;
	}
	const SessionStep *step = &f->steps[f->at];
	if (!f->is_pressed) {
		g_test_message("%s", step->key);
		session_case_press(f, step->key);
		f->is_pressed = TRUE;
	}
	if (session_case_is_answered(f, step)) {
		f->is_pressed = FALSE;
		f->at++;
	} else if (session_case_is_told(f)) {
		oq_device_memory_hear(f->device, SESSION_CASE_FRAMES);
	}
	return G_SOURCE_CONTINUE;
}

static inline OqCursor *
session_case_open(SessionCase *f)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) error = NULL;
	if (f->texts == NULL)
		return oq_reader_text(f->reader, session_case_text);
	OqCursor *cursor = oq_reader_open_all(f->reader, f->texts, f->stop, notices, &error);
	g_assert_no_error(error);
	return cursor;
}

/* The keys, until the last of them has been answered and the session is over. */
static inline void
session_case_run(SessionCase *f, const SessionStep *steps, gsize n_steps)
{
	g_autoptr(GError) error = NULL;
	gboolean said = FALSE;
	g_autoptr(OqCursor) cursor = session_case_open(f);
	g_autoptr(GSource) script = g_idle_source_new();
	f->steps = steps;
	f->n_steps = n_steps;
	f->at = 0;
	g_source_set_callback(script, session_case_go_on, f, NULL);
	g_source_attach(script, f->context);
	f->session = oq_session_new(&f->parts, f->context);
	gboolean whole = oq_session_run(f->session, cursor, &said, f->stop, &error);
	g_assert_no_error(error);
	g_assert_true(whole);
	g_assert_true(said);
	g_assert_cmpuint(f->at, ==, n_steps);
	g_source_destroy(script);
	g_clear_pointer(&f->session, oq_session_free);
}

#define SESSION_CASE_RUN(f, steps) session_case_run(f, steps, G_N_ELEMENTS(steps))
#define SESSION_CASE_ADD(name, test)                                                               \
	g_test_add(name, SessionCase, NULL, session_case_set_up, test, session_case_tear_down)
