/* ssml.c - see the header. */
#include "dispatcher/ssml.h"

#include "dispatcher/tag.h"
#include "text/utterance.h"

#include <string.h>

/* Deeper ones are spoken as if they were not there. */
#define MAX_DEPTH 64

/** What holds where an element began. */
typedef struct {
	char name[OQ_TAG_MAX_NAME];
	gboolean is_spelled;
	char *language;
} Level;

typedef struct {
	OqSsml *ssml;
	GArray *levels; /* of Level: the elements that are open */
	gboolean is_document;
	gboolean is_spelled;
	char *language; /* (nullable) */
	OqTagSearch search;
	guint silent_depth; /* what is below so many levels was replaced; 0: nothing */
} Parser;

static void
clear_mark(gpointer mark)
{
	g_free(((OqSsmlMark *)mark)->name);
}

static void
clear_run(gpointer run)
{
	g_free(((OqSsmlRun *)run)->language);
}

static void
clear_level(gpointer level)
{
	g_free(((Level *)level)->language);
}

static OqSsml *
new_empty(void)
{
	OqSsml *ssml = g_new0(OqSsml, 1);

	ssml->text = g_string_new(NULL);
	ssml->marks = g_array_new(FALSE, FALSE, sizeof(OqSsmlMark));
	ssml->runs = g_array_new(FALSE, FALSE, sizeof(OqSsmlRun));
	g_array_set_clear_func(ssml->marks, clear_mark);
	g_array_set_clear_func(ssml->runs, clear_run);
	return ssml;
}

void
oq_ssml_free(OqSsml *ssml)
{
	if (ssml == NULL)
		return;
	g_string_free(ssml->text, TRUE);
	g_array_unref(ssml->marks);
	g_array_unref(ssml->runs);
	g_free(ssml);
}

static OqSsmlRun *
last_run(const OqSsml *ssml)
{
	guint n_runs = ssml->runs->len;

	return n_runs > 0 ? &g_array_index(ssml->runs, OqSsmlRun, n_runs - 1) : NULL;
}

static gboolean
goes_on(const OqSsmlRun *run, gboolean is_spelled, const char *language)
{
	return run != NULL && !run->is_closed && run->rest_ms == 0 &&
	       run->is_spelled == is_spelled && g_strcmp0(run->language, language) == 0;
}

static void
add_text(OqSsml *ssml, const char *text, gsize n_bytes, gboolean is_spelled, const char *language)
{
	OqSsmlRun *run = last_run(ssml);

	if (n_bytes == 0)
		return;
	if (!goes_on(run, is_spelled, language)) {
		OqSsmlRun next = {.start = ssml->text->len,
			.is_spelled = is_spelled,
			.language = g_strdup(language)};
		g_array_append_val(ssml->runs, next);
		run = last_run(ssml);
	}
	g_string_append_len(ssml->text, text, (gssize)n_bytes);
	run->end = ssml->text->len;
}

void
oq_ssml_add(OqSsml *ssml, const char *text, gboolean is_spelled)
{
	add_text(ssml, text, strlen(text), is_spelled, NULL);
}

OqSsml *
oq_ssml_new_text(const char *text, gboolean is_spelled)
{
	OqSsml *ssml = new_empty();

	oq_ssml_add(ssml, text, is_spelled);
	return ssml;
}

static void
say(Parser *parser, const char *text, gsize n_bytes)
{
	if (parser->silent_depth == 0)
		add_text(parser->ssml, text, n_bytes, parser->is_spelled, parser->language);
}

static void
add_mark(Parser *parser, const OqTag *tag)
{
	OqSsmlMark mark = {parser->ssml->text->len, oq_tag_attribute(tag, "name")};

	if (mark.name == NULL || strchr(mark.name, '\n') != NULL)
		g_free(mark.name);
	else
		g_array_append_val(parser->ssml->marks, mark);
}

/* Before any text there is nothing to pause behind. */
static void
add_rest(Parser *parser, guint rest_ms)
{
	OqSsmlRun *run = last_run(parser->ssml);

	if (run != NULL && rest_ms > 0)
		run->rest_ms = MIN(run->rest_ms + rest_ms, OQ_REST_MAX_MS);
}

static void
close_run(Parser *parser)
{
	OqSsmlRun *run = last_run(parser->ssml);

	if (run != NULL)
		run->is_closed = TRUE;
}

static void
open_level(Parser *parser, const OqTag *tag)
{
	Level level = {.is_spelled = parser->is_spelled, .language = parser->language};
	g_autofree char *language = oq_tag_attribute(tag, "xml:lang");

	memcpy(level.name, tag->name, sizeof level.name);
	parser->language = language != NULL && *language != '\0' ? g_strdup(language)
								 : g_strdup(level.language);
	parser->is_spelled |= oq_tag_spells(tag);
	g_array_append_val(parser->levels, level);
}

/* Something else is said in the place of what is in it, if it has an end. */
static void
replace(Parser *parser, const OqTag *tag)
{
	g_autofree char *alias = oq_tag_attribute(tag, "alias");

	if (alias == NULL || parser->silent_depth > 0 || !oq_tag_has_end(tag, &parser->search))
		return;
	say(parser, alias, strlen(alias));
	parser->silent_depth = parser->levels->len;
}

static void
close_level(Parser *parser, guint depth)
{
	Level *level = &g_array_index(parser->levels, Level, depth);

	g_free(parser->language);
	parser->language = g_steal_pointer(&level->language);
	parser->is_spelled = level->is_spelled;
	if (parser->silent_depth > depth)
		parser->silent_depth = 0;
	g_array_set_size(parser->levels, depth);
}

/* The innermost one of that name, and all that is in it; an end without a beginning is nothing. */
static void
end_element(Parser *parser, const OqTag *tag)
{
	for (guint depth = parser->levels->len; depth > 0; depth--) {
		const Level *level = &g_array_index(parser->levels, Level, depth - 1);
		if (strcmp(level->name, tag->name) != 0)
			continue;
		close_level(parser, depth - 1);
		return;
	}
}

static void
take_tag(Parser *parser, const OqTag *tag)
{
	if (oq_tag_is(tag, OQ_ELEMENT_MARK))
		add_mark(parser, tag);
	else if (oq_tag_is(tag, OQ_ELEMENT_BREAK))
		add_rest(parser, oq_tag_rest_ms(tag));
	else if (oq_tag_is(tag, OQ_ELEMENT_SENTENCE))
		close_run(parser);
	if (tag->is_end)
		end_element(parser, tag);
	else if (!tag->is_empty && parser->levels->len < MAX_DEPTH)
		open_level(parser, tag);
	if (oq_tag_is(tag, OQ_ELEMENT_SUB) && !tag->is_end && !tag->is_empty)
		replace(parser, tag);
}

/* What begins with "<"; 0: it is a sign like others. */
static gsize
take_markup(Parser *parser, const char *at)
{
	OqTag tag;
	const char *content;
	gsize n_content;
	gsize n_bytes =
		parser->is_document ? oq_tag_skip(at, &parser->search, &content, &n_content) : 0;

	if (n_bytes > 0) {
		say(parser, content, n_content);
		return n_bytes;
	}
	n_bytes = oq_tag_read(at, &tag);
	if (n_bytes == 0 || (!parser->is_document && oq_tag_is(&tag, OQ_ELEMENT_UNKNOWN)))
		return 0;
	take_tag(parser, &tag);
	return n_bytes;
}

static gsize
take_entity(Parser *parser, const char *at)
{
	char utf8[6];
	gunichar character;
	gsize n_bytes = oq_tag_entity(at, &character);

	if (n_bytes > 0)
		say(parser, utf8, (gsize)g_unichar_to_utf8(character, utf8));
	return n_bytes;
}

static void
parse(Parser *parser, const char *message)
{
	for (const char *at = message; *at != '\0';) {
		gsize n_plain = strcspn(at, "<&"), n_bytes = 0;
		say(parser, at, n_plain);
		at += n_plain;
		if (*at == '<')
			n_bytes = take_markup(parser, at);
		else if (*at == '&')
			n_bytes = take_entity(parser, at);
		if (n_bytes == 0 && *at != '\0') {
			say(parser, at, 1);
			n_bytes = 1;
		}
		at += n_bytes;
	}
}

/* Behind blanks and what XML may have before its first element. */
static gboolean
is_document(const char *message)
{
	const char *content;
	gsize n_content, n_bytes;
	OqTagSearch search = {0};
	OqTag tag;

	do {
		message += strspn(message, " \t\r\n");
		n_bytes = oq_tag_skip(message, &search, &content, &n_content);
		message += n_content == 0 ? n_bytes : 0;
	} while (n_bytes > 0 && n_content == 0);
	return oq_tag_read(message, &tag) > 0 && oq_tag_is(&tag, OQ_ELEMENT_SPEAK);
}

OqSsml *
oq_ssml_new(const char *message)
{
	Parser parser = {.ssml = new_empty(), .is_document = is_document(message)};

	parser.levels = g_array_new(FALSE, FALSE, sizeof(Level));
	g_array_set_clear_func(parser.levels, clear_level);
	parse(&parser, message);
	g_array_unref(parser.levels);
	g_free(parser.language);
	return parser.ssml;
}
