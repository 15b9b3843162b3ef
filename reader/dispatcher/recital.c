/* recital.c - see the header. */
#include "dispatcher/recital.h"

#include "dispatcher/abroad.h"
#include "dispatcher/capitals.h"

#include <string.h>

struct _OqRecital {
	const OqRecitalTools *tools;
	OqSsml *ssml;
	OqWish wish;
	guint next_run;
	const OqSsmlRun *run; /* (nullable): that is being read */
	OqCursor *cursor;     /* (nullable): in it, where the Kazakh rules read it */
	OqAbroad *abroad;     /* (nullable): … where they do not */
	OqUtterance ahead;    /* read, and not given yet */
	gboolean has_ahead;
	gboolean is_home; /* the Kazakh rules read all of it */
	OqStyle style;    /* of the run */
};

OqRecital *
oq_recital_new(const OqRecitalTools *tools, OqSsml *ssml, OqWish *wish)
{
	OqRecital *recital = g_new0(OqRecital, 1);

	recital->tools = tools;
	recital->ssml = ssml;
	recital->wish = *wish;
	*wish = (OqWish){0};
	oq_utterance_init(&recital->ahead);
	return recital;
}

void
oq_recital_free(OqRecital *recital)
{
	if (recital == NULL)
		return;
	oq_cursor_free(recital->cursor);
	oq_abroad_free(recital->abroad);
	oq_utterance_clear(&recital->ahead);
	oq_ssml_free(recital->ssml);
	oq_wish_clear(&recital->wish);
	g_free(recital);
}

const GArray *
oq_recital_marks(const OqRecital *recital)
{
	return recital->ssml->marks;
}

/* Returns: (nullable): the language of the run, where it is not for the Kazakh rules. */
static const char *
choose_style(OqRecital *recital, const char *text)
{
	const OqRecitalTools *tools = recital->tools;
	const char *wanted =
		recital->run->language != NULL ? recital->run->language : recital->wish.language;
	OqStyle abroad, *style = &recital->style;

	*style = tools->settings->style;
	oq_wish_style(&recital->wish, tools->speed_wpm, style);
	oq_tongues_set_voice(tools->tongues, &recital->wish, style);
	abroad = *style;
	const char *language =
		oq_tongues_go_abroad(tools->tongues, &recital->wish, wanted, &abroad);
	if (language == NULL || recital->is_home || oq_abroad_is_kazakh(text, language))
		return NULL;
	*style = abroad;
	return language;
}

/* Spelling names capitals; the places of the letters stay. */
static void
make_small(char *text)
{
	char utf8[6];

	for (char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gint n_bytes = g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(at)), utf8);
		if (n_bytes == g_utf8_skip[(guchar)*at])
			memcpy(at, utf8, (gsize)n_bytes);
	}
}

static void
begin_run(OqRecital *recital)
{
	const OqRecitalTools *tools = recital->tools;
	OqSsmlRun *run = &g_array_index(recital->ssml->runs, OqSsmlRun, recital->next_run++);
	gboolean is_spelled = run->is_spelled || recital->wish.is_spelled;
	g_autofree char *text =
		g_strndup(recital->ssml->text->str + run->start, run->end - run->start);

	recital->run = run;
	tools->settings->punctuation = recital->wish.punctuation;
	run->is_foreign = choose_style(recital, text) != NULL;
	if (is_spelled && !run->is_foreign && recital->wish.capitals != OQ_CAPITALS_SPELL)
		make_small(text);
	if (run->is_foreign)
		recital->abroad = oq_abroad_new(
			text, is_spelled ? OQ_PUNCTUATION_SPELLING : recital->wish.punctuation);
	else
		recital->cursor = is_spelled ? oq_reader_spell(tools->reader, text)
					     : oq_reader_text(tools->reader, text);
}

static void
move(OqUtterance *utterance, guint64 n_bytes)
{
	utterance->start += n_bytes;
	utterance->end += n_bytes;
	for (guint i = 0; i < utterance->words->len; i++) {
		OqWord *word = &g_array_index(utterance->words, OqWord, i);
		word->start += n_bytes;
		word->end += n_bytes;
	}
}

/* Spelling does it by itself. */
static gboolean
names_capitals(const OqRecital *recital)
{
	return recital->wish.capitals == OQ_CAPITALS_SPELL && recital->tools->capital != NULL &&
	       !recital->run->is_foreign && !recital->run->is_spelled && !recital->wish.is_spelled;
}

/* A text in memory cannot fail to be read. */
static gboolean
read_on(OqRecital *recital)
{
	gboolean found = FALSE;

	if (recital->cursor != NULL)
		found = oq_cursor_next(recital->cursor, &recital->ahead, NULL);
	else if (recital->abroad != NULL)
		found = oq_abroad_next(recital->abroad, &recital->ahead);
	if (!found)
		return FALSE;
	move(&recital->ahead, recital->run->start);
	if (names_capitals(recital))
		oq_capitals_name(
			&recital->ahead, recital->ssml->text->str, recital->tools->capital);
	return TRUE;
}

/* What follows the last utterance of a run is not the end of a text, if the message goes on. */
static void
end_run(const OqRecital *recital, OqUtterance *utterance)
{
	gboolean is_last = recital->next_run == recital->ssml->runs->len;

	if (!recital->run->is_closed && !is_last)
		utterance->follows = OQ_BREAK_NONE;
	utterance->rest_ms = MAX(utterance->rest_ms, recital->run->rest_ms);
}

static gboolean
find_ahead(OqRecital *recital)
{
	while (!recital->has_ahead) {
		recital->has_ahead = read_on(recital);
		if (recital->has_ahead)
			break;
		g_clear_pointer(&recital->cursor, oq_cursor_free);
		g_clear_pointer(&recital->abroad, oq_abroad_free);
		if (recital->next_run == recital->ssml->runs->len)
			return FALSE;
		begin_run(recital);
	}
	return TRUE;
}

gboolean
oq_recital_next(OqRecital *recital, OqUtterance *utterance, OqStyle *style)
{
	OqUtterance given;

	if (!find_ahead(recital))
		return FALSE;
	given = recital->ahead;
	recital->ahead = *utterance;
	*utterance = given;
	*style = recital->style;
	recital->has_ahead = read_on(recital);
	if (!recital->has_ahead)
		end_run(recital, utterance);
	return TRUE;
}

gboolean
oq_recital_is_done(const OqRecital *recital)
{
	return !recital->has_ahead && recital->next_run == recital->ssml->runs->len;
}

static gboolean
was_abroad(const OqRecital *recital)
{
	for (guint i = 0; i < recital->next_run; i++)
		if (g_array_index(recital->ssml->runs, OqSsmlRun, i).is_foreign)
			return TRUE;
	return FALSE;
}

gboolean
oq_recital_come_home(OqRecital *recital)
{
	const char *at = recital->ssml->text->str;

	while (*at != '\0' && !g_unichar_isalnum(g_utf8_get_char(at)))
		at = g_utf8_next_char(at);
	if (*at == '\0' || !was_abroad(recital))
		return FALSE;
	g_clear_pointer(&recital->cursor, oq_cursor_free);
	g_clear_pointer(&recital->abroad, oq_abroad_free);
	recital->is_home = TRUE;
	recital->has_ahead = FALSE;
	recital->next_run = 0;
	return TRUE;
}

gboolean
oq_recital_rings(const OqRecital *recital, guint64 byte)
{
	const GArray *runs = recital->ssml->runs;
	gboolean is_foreign = FALSE;

	for (guint i = 0; i < runs->len; i++) {
		const OqSsmlRun *run = &g_array_index(runs, OqSsmlRun, i);
		if (run->start <= byte)
			is_foreign = run->is_foreign;
	}
	return recital->wish.capitals == OQ_CAPITALS_ICON ||
	       (recital->wish.capitals == OQ_CAPITALS_SPELL && is_foreign);
}

const char *
oq_recital_text(const OqRecital *recital)
{
	return recital->ssml->text->str;
}

guint
oq_recital_volume_percent(const OqRecital *recital)
{
	return recital->style.volume_percent;
}
