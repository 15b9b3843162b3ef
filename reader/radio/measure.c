/* measure.c - see the header. */
#include "radio/measure.h"

#include "speech/score/pauses.h"

/* As long as a title is; its last word may be longer by so much. */
enum { TITLE_CHARS = 40, LAST_CHARS = 20 };

static void
clear_part(gpointer data)
{
	OqMeasurePart *part = data;

	g_free(part->title);
}

static GArray *
new_parts(void)
{
	GArray *parts = g_array_new(FALSE, FALSE, sizeof(OqMeasurePart));

	g_array_set_clear_func(parts, clear_part);
	return parts;
}

OqMeasure *
oq_measure_new(void)
{
	OqMeasure *measure = g_new0(OqMeasure, 1);

	measure->word_ends = g_array_new(FALSE, FALSE, sizeof(guint64));
	measure->paragraphs = new_parts();
	measure->items = new_parts();
	measure->begins_item = TRUE;
	measure->ends_sentence = TRUE;
	return measure;
}

void
oq_measure_free(OqMeasure *measure)
{
	if (measure == NULL)
		return;
	g_array_unref(measure->word_ends);
	g_array_unref(measure->paragraphs);
	g_array_unref(measure->items);
	g_free(measure->file);
	g_free(measure);
}

void
oq_measure_begin_item(OqMeasure *measure, const char *file)
{
	g_free(measure->file);
	measure->file = g_strdup(file);
	measure->begins_item = TRUE;
}

const OqMeasurePart *
oq_measure_part(const GArray *parts, guint i)
{
	return &g_array_index(parts, OqMeasurePart, i);
}

static OqMeasurePart *
last_of(GArray *parts)
{
	return &g_array_index(parts, OqMeasurePart, parts->len - 1);
}

/* On one line, cut after a few words. */
static char *
begin_of(const char *text)
{
	g_autoptr(GString) line = g_string_new(NULL);
	guint n_chars = 0;

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		gboolean is_space = g_unichar_isspace(character) || g_unichar_iscntrl(character);
		if (is_space && (line->len == 0 || line->str[line->len - 1] == ' '))
			continue;
		n_chars++;
		if (n_chars > TITLE_CHARS && (is_space || n_chars > TITLE_CHARS + LAST_CHARS)) {
			g_string_append(line, is_space ? " …" : "…");
			break;
		}
		g_string_append_unichar(line, is_space ? ' ' : character);
	}
	return g_strchomp(g_string_free(g_steal_pointer(&line), FALSE));
}

static gboolean
begins_paragraph(const OqMeasure *measure, const OqUtterance *utterance)
{
	return measure->begins_item || measure->paragraphs->len == 0 || measure->ends_paragraph ||
	       last_of(measure->paragraphs)->paragraph != utterance->paragraph;
}

/* What was before lasts until here. */
static void
begin_part(OqMeasure *measure, GArray *parts, const OqRendered *rendered, char *title)
{
	OqMeasurePart part = {.frame = rendered->frame,
		.start = rendered->utterance->start,
		.item = measure->items->len,
		.paragraph = rendered->utterance->paragraph,
		.title = title};

	if (parts != measure->items)
		part.item--;
	if (parts->len > 0)
		last_of(parts)->n_frames = rendered->frame - last_of(parts)->frame;
	g_array_append_val(parts, part);
}

/* Whether white space stands between two places of the utterance. */
static gboolean
has_space(const OqUtterance *utterance, guint64 from, guint64 to)
{
	const char *text = utterance->text->str;
	gsize n_bytes = utterance->text->len;
	gsize first = from > utterance->start ? (gsize)(from - utterance->start) : 0;
	gsize end = to > utterance->start ? (gsize)(to - utterance->start) : 0;

	for (const char *at = text + MIN(first, n_bytes); at < text + MIN(end, n_bytes);
		at = g_utf8_next_char(at))
		if (g_unichar_isspace(g_utf8_get_char(at)))
			return TRUE;
	return FALSE;
}

/* A written word ends where the next one begins; returns how many there are. */
static guint
add_words(OqMeasure *measure, const OqRendered *rendered)
{
	const OqSpeech *speech = rendered->speech;
	guint64 end = rendered->frame + speech->n_voiced, begins = 0;
	guint n_words = 0;

	for (guint i = 0; i < speech->n_marks; i++) {
		const OqMark *mark = &speech->marks[i];
		if (n_words > 0 && !has_space(rendered->utterance, begins, mark->start))
			continue;
		guint64 frame = rendered->frame + mark->frame;
		if (n_words++ > 0)
			g_array_append_val(measure->word_ends, frame);
		begins = mark->start;
	}
	if (n_words > 0)
		g_array_append_val(measure->word_ends, end);
	return n_words;
}

static void
add_to_part(OqMeasurePart *part, const OqRendered *rendered, guint n_sentences, guint n_words)
{
	part->end = rendered->utterance->end;
	part->n_frames = rendered->frame + rendered->speech->n_voiced - part->frame;
	part->n_sentences += n_sentences;
	part->n_words += n_words;
	part->n_spoken += rendered->speech->n_marks;
}

/* Silence before a sound: a pause of the style, unless the text itself asked for more. */
static void
add_gap(OqMeasure *measure, const OqRendered *rendered)
{
	guint64 n_gap = rendered->frame - measure->last_end;

	if (measure->items->len == 0 || n_gap == 0)
		return;
	measure->n_between++;
	measure->n_gaps += n_gap;
	if (n_gap == measure->last_gap)
		measure->n_pauses += n_gap;
}

static void
keep_end(OqMeasure *measure, const OqRendered *rendered)
{
	const OqUtterance *utterance = rendered->utterance;
	const OqSpeech *speech = rendered->speech;
	gsize rest = oq_pauses_frames(utterance->rest_ms, 1000, speech->rate_hz);
	gsize gap = speech->n_frames - speech->n_voiced;

	measure->last_end = rendered->frame + speech->n_voiced;
	measure->last_gap = gap > rest ? gap : 0;
	measure->ends_sentence = utterance->follows >= OQ_BREAK_SENTENCE;
	measure->ends_paragraph = utterance->follows == OQ_BREAK_PARAGRAPH;
}

static void
begin_parts(OqMeasure *measure, const OqRendered *rendered)
{
	const OqUtterance *utterance = rendered->utterance;
	gboolean begins = begins_paragraph(measure, utterance);

	if (measure->begins_item)
		begin_part(measure, measure->items, rendered,
			g_strdup(measure->file != NULL ? measure->file : ""));
	measure->begins_item = FALSE;
	if (begins)
		begin_part(measure, measure->paragraphs, rendered, begin_of(utterance->text->str));
}

void
oq_measure_add(const OqRendered *rendered, gpointer data)
{
	OqMeasure *measure = data;
	const OqSpeech *speech = rendered->speech;

	add_gap(measure, rendered);
	begin_parts(measure, rendered);
	guint n_sentences = measure->ends_sentence ? 1 : 0;
	guint n_words = add_words(measure, rendered);
	add_to_part(last_of(measure->items), rendered, n_sentences, n_words);
	add_to_part(last_of(measure->paragraphs), rendered, n_sentences, n_words);
	measure->rate_hz = speech->rate_hz;
	measure->n_frames = rendered->frame + speech->n_voiced;
	measure->n_pauses += speech->n_inner;
	measure->n_sentences += n_sentences;
	measure->n_words += n_words;
	measure->n_spoken += speech->n_marks;
	keep_end(measure, rendered);
}

guint
oq_measure_wpm(guint n_words, guint64 n_frames, guint rate_hz)
{
	guint64 a_minute = (guint64)rate_hz * 60;

	return n_frames > 0 ? (guint)((n_words * a_minute + n_frames / 2) / n_frames) : 0;
}
