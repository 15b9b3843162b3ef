#include "home/session-private.h"

#include "audio/playing/device_memory.h"
#include "made_voice.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_LATENCY 400

/* So much is heard between two looks at the script: less than a word. */
#define HEARD_FRAMES 50

static const char text[] = "Бір екі үш.\n\nТөрт бес алты. Жеті сегіз тоғыз.\n\nОн жиырма отыз.\n";

/** A key, and what the screen shows of it, below what it showed before. */
typedef struct {
	const char *key;
	const char *shown; /* nullable: nothing is waited for */
} Step;

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
	char *path; /* of the screen */
	int fd;

	const Step *steps;
	gsize n_steps, at;
	gsize n_seen; /* bytes of the screen that were looked at */
	gboolean is_pressed;
} Fixture;

static void
make_reader(Fixture *f)
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

static void
make_screen(Fixture *f)
{
	const OqLooks looks = {.is_terminal = TRUE, .is_utf8 = TRUE};
	f->fd = g_file_open_tmp("oqyrman-XXXXXX", &f->path, NULL);
	g_assert_cmpint(f->fd, >=, 0);
	f->screen = oq_screen_new(f->fd, &looks, NULL, 200, 50);
}

static void
set_up(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	const OqStyle style = OQ_STYLE_DEFAULT;
	f->context = g_main_context_new();
	g_main_context_push_thread_default(f->context);
	make_reader(f);
	make_screen(f);
	f->device = oq_device_memory_new(MADE_VOICE_RATE_HZ, N_LATENCY);
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

static void
tear_down(Fixture *f, gconstpointer data G_GNUC_UNUSED)
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

/* Below what was seen before; then it is seen. */
static gboolean
is_shown(Fixture *f, const char *wanted)
{
	g_autofree char *screen = NULL;
	g_assert_true(g_file_get_contents(f->path, &screen, NULL, NULL));
	const char *found = strstr(screen + f->n_seen, wanted);
	if (found != NULL)
		f->n_seen = (gsize)(found - screen) + strlen(wanted);
	return found != NULL;
}

static void
press(Fixture *f, const char *name)
{
	OqKey key;
	g_assert_true(oq_key_parse(name, &key));
	oq_session_take_any_key(f->session, &key);
}

/* What was heard by now, the session knows. */
static gboolean
is_told(const Fixture *f)
{
	const OqPlaybackStatus *told = &f->session->status;
	OqPlaybackStatus status = oq_playback_status(f->parts.playback);
	return told->state == status.state && told->word_start == status.word_start &&
	       told->word_end == status.word_end && told->in_answer == status.in_answer;
}

/* Time passes for the device, and the next key is pressed when the last one was answered. */
static gboolean
go_on(gpointer data)
{
	Fixture *f = data;
	if (f->at == f->n_steps)
		return G_SOURCE_CONTINUE;
	const Step *step = &f->steps[f->at];
	if (!f->is_pressed) {
		g_test_message("%s", step->key);
		press(f, step->key);
		f->is_pressed = TRUE;
	}
	if (step->shown == NULL || is_shown(f, step->shown)) {
		f->is_pressed = FALSE;
		f->at++;
	} else if (is_told(f)) {
		oq_device_memory_hear(f->device, HEARD_FRAMES);
	}
	return G_SOURCE_CONTINUE;
}

/* The keys, until the last of them has been answered and the session is over. */
static void
run(Fixture *f, const Step *steps, gsize n_steps)
{
	g_autoptr(GError) error = NULL;
	gboolean said = FALSE;
	g_autoptr(OqCursor) cursor = oq_reader_text(f->reader, text);
	g_autoptr(GSource) script = g_idle_source_new();
	f->steps = steps;
	f->n_steps = n_steps;
	f->at = 0;
	g_source_set_callback(script, go_on, f, NULL);
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

#define RUN(f, steps) run(f, steps, G_N_ELEMENTS(steps))

/* Who leaves before the first word has not found an empty text. */
static void
test_leaves_at_once(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {{"q", NULL}};
	RUN(f, steps);
}

static void
test_moves(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"Right", "Төрт бес алты."},
		{"Down", "Он жиырма отыз."},
		{"Up", "Төрт бес алты."},
		{"Right", "Жеті сегіз тоғыз."},
		{"2", NULL},
		{"Left", "Бір екі үш."},
		{"End", "Он жиырма отыз."},
		{"Home", "Бір екі үш."},
		{"Left", "the beginning of the text"},
		{"Page_Down", "the end of the text"},
		{"q", NULL},
	};
	RUN(f, steps);
}

static void
test_voice(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"+", "speed 140"},
		{"5", NULL},
		{"+", "speed 190"},
		{"9", NULL},
		{"9", NULL},
		{"-", "speed 60"},
		{"]", "pitch 55"},
		{"[", "pitch 50"},
		{"3", NULL},
		{"(", "volume 85"},
		{"9", NULL},
		{"9", NULL},
		{"(", "silent"},
		{")", "volume 5"},
		{"p", "3 seconds of pause"},
		{"p", "no pause"},
		{"7", NULL},
		{"p", "7 seconds of pause"},
		{"q", NULL},
	};
	RUN(f, steps);
}

static void
test_tells(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"space", NULL},
		{"w", "word 1 of 3"},
		{"t", "Мәтін, 0 per cent"},
		{"?", "keys are listed"},
		{"o", "no headings"},
		{"b", "no bookmarks are kept"},
		{"B", "no bookmarks in this text"},
		{"n", "nothing was looked for"},
		{"q", NULL},
	};
	RUN(f, steps);
}

static void
test_finds(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"/", "find"},
		{"с", "find: с"},
		{"е", NULL},
		{"г", NULL},
		{"Enter", "Жеті сегіз тоғыз."},
		{"n", "not found"},
		{"N", "not found"},
		{"/", "find"},
		{"Escape", "never mind"},
		{"/", "find"},
		{"б", NULL},
		{"і", NULL},
		{"р", NULL},
		{"Enter", "not found"},
		{"N", "Бір екі үш."},
		{"q", NULL},
	};
	RUN(f, steps);
}

static void
test_goes(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"g", "go to"},
		{"9", NULL},
		{"0", NULL},
		{"Enter", "Он жиырма отыз."},
		{"g", "go to"},
		{"0", NULL},
		{"%", NULL},
		{"Enter", "Бір екі үш."},
		{"g", "go to"},
		{"h", NULL},
		{"1", NULL},
		{"Enter", "no headings"},
		{"g", "go to"},
		{"x", NULL},
		{"Enter", "x is no place"},
		{"g", "go to"},
		{"1", NULL},
		{"0", NULL},
		{"1", NULL},
		{"Enter", "only 100 per cent"},
		{"q", NULL},
	};
	RUN(f, steps);
}

static void
test_sleeps(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"s", "15 minutes, 1 of 8"},
		{"s", "30 minutes, 2 of 8"},
		{"Up", "15 minutes, 1 of 8"},
		{"Enter", "ends in 15 minutes"},
		{"s", "15 minutes"},
		{"End", "no sleep timer"},
		{"Enter", "timer is off"},
		{"q", NULL},
	};
	RUN(f, steps);
}

/* During a pause a jump is heard as what it has reached, and the pause stays. */
static void
test_pause(Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
	static const Step steps[] = {
		{"F2", "Бір екі үш."},
		{"space", NULL},
		{"Right", "Төрт бес алты."},
		{"Right", "Жеті сегіз тоғыз."},
		{"Ctrl+Right", "сегіз"},
		{"r", "Жеті сегіз тоғыз."},
		{"q", NULL},
	};
	RUN(f, steps);
}

#define ADD(name, test) g_test_add("/session/" name, Fixture, NULL, set_up, test, tear_down)

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	ADD("leaves-at-once", test_leaves_at_once);
	ADD("moves", test_moves);
	ADD("voice", test_voice);
	ADD("tells", test_tells);
	ADD("finds", test_finds);
	ADD("goes", test_goes);
	ADD("sleeps", test_sleeps);
	ADD("pause", test_pause);
	return g_test_run();
}
