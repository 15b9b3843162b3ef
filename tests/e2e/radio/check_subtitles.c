/* check_subtitles.c - subtitles against the limits that they promise and against the sound: where a
 * cue begins behind a pause the sound begins, too, and ends with it before one.
 * check_subtitles SRT WAV [limits]: prints how many were compared, and the worst; "limits": none
 * is, as in a text whose words are longer than a cue. */
#include "wav.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	WIDEST = 42,
	SHORTEST_MS = 800,
	LONGEST_MS = 7000,
	GAP_MS = 83, /* two frames of a film, less what rounding takes */
	OFF_MAX_MS = 60,
	STEPS_PER_SECOND = 500, /* stretches whose energy is looked at: 2 ms */
	QUIET_STEPS = 50,       /* before an onset, behind an end: more than a stop takes */
	REACH_STEPS = 40,       /* how far off one is looked for */
};

typedef struct {
	guint64 start_ms;
	guint64 end_ms;
	char *text;
} Cue;

static guint64
read_time(const char *text)
{
	guint hours, minutes, seconds, ms;
	if (sscanf(text, "%2u:%2u:%2u,%3u", &hours, &minutes, &seconds, &ms) != 4)
		g_error("no time: %s", text);
	return ((hours * 60 + minutes) * 60 + seconds) * G_GUINT64_CONSTANT(1000) + ms;
}

static void
read_cue(const char *block, guint number, Cue *cue)
{
	g_auto(GStrv) lines = g_strsplit(block, "\n", 3);
	if (g_strv_length(lines) != 3 || g_ascii_strtoull(lines[0], NULL, 10) != number)
		g_error("cue %u is none: %s", number, block);
	const char *arrow = strstr(lines[1], " --> ");
	if (arrow == NULL)
		g_error("cue %u has no times: %s", number, block);
	cue->start_ms = read_time(lines[1]);
	cue->end_ms = read_time(arrow + 5);
	cue->text = g_strdup(lines[2]);
}

static void
cue_clear(gpointer data)
{
	g_free(((Cue *)data)->text);
}

static GArray *
read_cues(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *file = NULL;
	gsize n_bytes;
	if (!g_file_get_contents(path, &file, &n_bytes, &error))
		g_error("%s", error->message);
	if (!g_utf8_validate(file, (gssize)n_bytes, NULL))
		g_error("%s is no UTF-8", path);
	GArray *cues = g_array_new(FALSE, FALSE, sizeof(Cue));
	g_array_set_clear_func(cues, cue_clear);
	g_auto(GStrv) blocks = g_strsplit(file, "\n\n", -1);
	for (guint i = 0; blocks[i] != NULL && blocks[i][0] != '\0'; i++) {
		Cue cue;
		read_cue(blocks[i], i + 1, &cue);
		g_array_append_val(cues, cue);
	}
	return cues;
}

static void
check_lines(const Cue *cue)
{
	g_auto(GStrv) lines = g_strsplit(cue->text, "\n", -1);
	if (g_strv_length(lines) > 2)
		g_error("more than two lines: %s", cue->text);
	for (guint i = 0; lines[i] != NULL; i++) {
		glong n = g_utf8_strlen(lines[i], -1);
		if (n < 1 || n > WIDEST)
			g_error("a line of %ld characters: %s", n, lines[i]);
	}
}

/* What ends with the file cannot last any longer. */
static void
check_times(const Cue *cue, const Cue *next, guint64 n_ms)
{
	guint64 end_ms = next != NULL ? next->start_ms : n_ms + GAP_MS;
	if (cue->end_ms <= cue->start_ms || cue->end_ms + GAP_MS > end_ms + 1)
		g_error("the end is in the way at %u ms: %s", (guint)cue->end_ms, cue->text);
	guint64 length_ms = cue->end_ms - cue->start_ms;
	if (length_ms > LONGEST_MS || (length_ms < SHORTEST_MS && next != NULL))
		g_error("%u ms long at %u ms: %s", (guint)length_ms, (guint)cue->start_ms,
			cue->text);
}

/** The energy of each step. */
typedef struct {
	double *steps;
	guint n_steps;
	double threshold; /* 40 dB below the loudest */
} Energy;

static void
energy_init(Energy *energy, const Wav *wav)
{
	double loudest = 0;
	energy->n_steps = wav->samples->len * (guint64)STEPS_PER_SECOND / wav->rate_hz;
	energy->steps = g_new0(double, energy->n_steps + 1);
	for (guint64 i = 0; i < energy->n_steps; i++) {
		guint end = (guint)((i + 1) * wav->rate_hz / STEPS_PER_SECOND);
		for (guint j = (guint)(i * wav->rate_hz / STEPS_PER_SECOND); j < end; j++) {
			double sample = g_array_index(wav->samples, gint16, j);
			energy->steps[i] += sample * sample;
		}
		loudest = MAX(loudest, energy->steps[i]);
	}
	energy->threshold = loudest * 1e-4;
}

static gboolean
is_quiet(const Energy *energy, gint64 from, gint64 to)
{
	for (gint64 i = from; i < to; i++)
		if (i >= 0 && i < energy->n_steps && energy->steps[i] >= energy->threshold)
			return FALSE;
	return TRUE;
}

/* The step nearest to @step where it begins to sound (@direction 1) or has ended (-1); -1: there
 * is no pause. */
static gint64
find_edge(const Energy *energy, gint64 step, gint direction)
{
	for (gint64 off = 0; off <= REACH_STEPS; off++)
		for (gint sign = -1; sign <= 1; sign += 2) {
			gint64 at = step + sign * off;
			gint64 quiet = direction > 0 ? at - QUIET_STEPS : at;
			gint64 sounding = direction > 0 ? at : at - 1;
			if (is_quiet(energy, quiet, quiet + QUIET_STEPS) &&
				!is_quiet(energy, sounding, sounding + 1))
				return at;
		}
	return -1;
}

/** What was compared. */
typedef struct {
	guint n;
	double worst_ms;
} Tally;

static void
compare(const Energy *energy, guint64 ms, gint direction, const Cue *cue, Tally *tally)
{
	double step_ms = 1000.0 / STEPS_PER_SECOND;
	gint64 edge = find_edge(energy, (gint64)lrint((double)ms / step_ms), direction);
	if (edge < 0)
		return;
	double off_ms = (double)ms - (double)edge * step_ms;
	tally->n++;
	if (fabs(off_ms) > fabs(tally->worst_ms))
		tally->worst_ms = off_ms;
	if (fabs(off_ms) > OFF_MAX_MS)
		g_error("%s is %.0f ms off at %u ms: %s",
			direction > 0 ? "the beginning" : "the end", off_ms, (guint)ms, cue->text);
}

int
main(int n_arguments, char **arguments)
{
	g_assert_cmpint(n_arguments, >=, 3);
	g_autoptr(GArray) cues = read_cues(arguments[1]);
	g_auto(Wav) wav;
	Energy energy;
	Tally begins = {0}, ends = {0};
	wav_load(&wav, arguments[2]);
	energy_init(&energy, &wav);
	guint64 n_ms = (guint64)wav.samples->len * 1000 / wav.rate_hz;
	for (guint i = 0; i < cues->len; i++) {
		const Cue *cue = &g_array_index(cues, Cue, i);
		const Cue *next = i + 1 < cues->len ? cue + 1 : NULL;
		check_lines(cue);
		check_times(cue, next, n_ms);
		if (n_arguments > 3)
			continue;
		compare(&energy, cue->start_ms, 1, cue, &begins);
		if (cue->end_ms - cue->start_ms > SHORTEST_MS)
			compare(&energy, cue->end_ms, -1, cue, &ends);
	}
	printf("%u cues; %u begin behind a pause, %.0f ms off at most; %u end before one, %.0f ms "
	       "off at most\n",
		cues->len, begins.n, begins.worst_ms, ends.n, ends.worst_ms);
	g_free(energy.steps);
	return EXIT_SUCCESS;
}
