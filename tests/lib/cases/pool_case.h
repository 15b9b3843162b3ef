/* pool_case.h - a pool whose children make sounds out of all that they have said, and misbehave
 * where a text asks for it. */
#pragma once

#include "made_voice.h"
#include "speech/pool.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { RATE_HZ = 22050, N_TEXTS = 100 };

/** What all processes of a test share. */
typedef struct {
	gint n_crashes;  /* atomic: of "once", as all here */
	gint n_children; /* that were made so far */
} Shared;

/* A child whose sound depends on all that it has said: what an engine is allowed to do. */
static inline OqSpeech *
speak(guint *history, const OqPassage *passage)
{
	const OqUtterance *utterance = &passage->utterances[0];
	gint16 samples[200];
	for (guint i = 0; i < G_N_ELEMENTS(samples); i++) {
		*history = *history * 31 + g_str_hash(utterance->spoken->str) + i +
			   passage->style.speed_wpm + passage->first_word;
		samples[i] = (gint16)*history;
	}
	const OqSpeech head = {.rate_hz = RATE_HZ,
		.start = utterance->start,
		.end = utterance->end,
		.n_voiced = G_N_ELEMENTS(samples),
		.n_frames = 2 * G_N_ELEMENTS(samples),
		.samples = samples};
	return oq_speech_new(&head);
}

static inline void
misbehave(Shared *shared, const char *spoken)
{
	if (strstr(spoken, "crash") != NULL)
		abort();
	if (strstr(spoken, "leave") != NULL)
		_exit(0);
	if (strstr(spoken, "once") != NULL && g_atomic_int_add(&shared->n_crashes, 1) == 0)
		abort();
	if (strstr(spoken, "hang") != NULL)
		for (;;)
			pause();
	if (strstr(spoken, "killed") != NULL && g_atomic_int_add(&shared->n_crashes, 1) < 3)
		raise(SIGKILL);
}

static inline void
answer_request(int fd, GBytes *record, guint *history, OqPassage *passage, Shared *shared)
{
	OqTaskKind kind;
	g_autoptr(GBytes) body = oq_task_open(record, &kind);
	g_autoptr(GBytes) said = NULL;
	if (!oq_wire_unpack_passage(body, passage, NULL))
		abort();
	const char *spoken = passage->utterances[0].spoken->str;
	misbehave(shared, spoken);
	if (strstr(spoken, "fail") != NULL) {
		made_voice_answer(fd, OQ_TASK_FAILED, "why", 3);
	} else if (kind == OQ_TASK_TRANSCRIBE) {
		made_voice_answer(fd, OQ_TASK_PHONEMES, spoken, strlen(spoken));
	} else {
		g_autoptr(OqSpeech) speech = speak(history, passage);
		said = oq_wire_pack_speech(speech);
		made_voice_answer(
			fd, OQ_TASK_SPEECH, g_bytes_get_data(said, NULL), g_bytes_get_size(said));
	}
}

static inline int
run_child(int fd, gpointer data)
{
	Shared *shared = data;
	const OqTaskReady ready = {RATE_HZ};
	guint history = 1;
	g_auto(OqPassage) passage;
	OqStyle style = OQ_STYLE_DEFAULT;
	oq_passage_init(&passage, &style);
	g_atomic_int_inc(&shared->n_children);
	made_voice_answer(fd, OQ_TASK_READY, &ready, sizeof ready);
	for (;;) {
		g_autoptr(GBytes) record = oq_records_read(fd);
		if (record == NULL)
			return 0;
		answer_request(fd, record, &history, &passage, shared);
	}
}

static inline int
run_mute(int fd, gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) why =
		g_error_new_literal(OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, "no such voice");
	g_autoptr(GBytes) body = oq_wire_pack_error(why);
	made_voice_answer(
		fd, OQ_TASK_NO_VOICE, g_bytes_get_data(body, NULL), g_bytes_get_size(body));
	return 0;
}

typedef struct {
	Shared *shared;
	OqNursery *nursery;
	GPtrArray *left_out; /* of char * */
} Fixture;

static inline void
set_up(Fixture *f, gconstpointer run)
{
	g_autoptr(GError) error = NULL;
	f->shared = mmap(
		NULL, sizeof *f->shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	g_assert_true(f->shared != MAP_FAILED);
	f->nursery = oq_nursery_new(NULL, run != NULL ? run_mute : run_child, f->shared, &error);
	g_assert_no_error(error);
	f->left_out = g_ptr_array_new_with_free_func(g_free);
}

static inline void
tear_down(Fixture *f, gconstpointer run G_GNUC_UNUSED)
{
	oq_nursery_free(f->nursery);
	munmap(f->shared, sizeof *f->shared);
	g_ptr_array_unref(f->left_out);
}

static inline void
note_left_out(guint paragraph, const char *begins, gpointer data)
{
	Fixture *f = data;
	g_ptr_array_add(f->left_out, g_strdup_printf("%u: %s", paragraph, begins));
}

static inline void
push(OqPool *pool, const char *text, guint i, guint16 speed_wpm)
{
	g_auto(OqUtterance) utterance;
	OqStyle style = OQ_STYLE_DEFAULT;
	style.speed_wpm = speed_wpm;
	oq_utterance_init(&utterance);
	utterance.start = i * 100;
	utterance.end = i * 100 + strlen(text);
	utterance.paragraph = i + 1;
	oq_utterance_say(&utterance, text, utterance.start, utterance.end, NULL);
	oq_pool_push(pool, &utterance, 0, &style);
}

static inline void
append(GByteArray *all, const OqSpeech *speech)
{
	g_byte_array_append(all, (const guint8 *)&speech->start, sizeof speech->start);
	g_byte_array_append(
		all, (const guint8 *)speech->samples, (guint)(speech->n_voiced * sizeof(gint16)));
}

/* All texts, as one string of bytes. */
static inline GByteArray *
speak_shared(Fixture *f, guint n_children, gint *n_free, const char *const *texts, guint n_texts)
{
	g_autoptr(OqPool) pool = oq_pool_new(f->nursery, n_children);
	g_autoptr(GError) error = NULL;
	GByteArray *all = g_byte_array_new();
	guint n_pushed = 0, n_taken = 0;
	oq_pool_on_left_out(pool, note_left_out, f);
	oq_pool_share(pool, n_free);
	while (n_taken < n_texts) {
		for (; n_pushed < n_texts && !oq_pool_is_full(pool); n_pushed++)
			push(pool, texts[n_pushed], n_pushed, n_pushed < 60 ? 100 : 200);
		g_assert_cmpuint(oq_pool_n_waiting(pool), ==, n_pushed - n_taken);
		g_autoptr(OqSpeech) speech = oq_pool_take(pool, NULL, &error);
		g_assert_no_error(error);
		g_assert_nonnull(speech);
		g_assert_cmpuint(speech->start, ==, n_taken++ * 100);
		append(all, speech);
	}
	g_assert_null(oq_pool_take(pool, NULL, &error));
	g_assert_no_error(error);
	return all;
}

static inline GByteArray *
speak_all(Fixture *f, guint n_children, const char *const *texts, guint n_texts)
{
	return speak_shared(f, n_children, NULL, texts, n_texts);
}

static inline void
fill_texts(const char *texts[N_TEXTS])
{
	static const char *const words[] = {"бір", "екі", "үш", "төрт", "бес", "алты", "жеті"};
	for (guint i = 0; i < N_TEXTS; i++)
		texts[i] = words[i % G_N_ELEMENTS(words)];
}

static inline void
assert_equal(GByteArray *a, GByteArray *b)
{
	g_assert_cmpmem(a->data, a->len, b->data, b->len);
}
