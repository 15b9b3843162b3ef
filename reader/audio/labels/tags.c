/* tags.c - see the header. */
#include "audio/labels/tags.h"

#include <string.h>

#define MEMBER(name) G_STRUCT_OFFSET(OqTags, name)

static const char *const names[] = {"title", "author", "album", "comment", "copyright",
	"originator", "reference", "language", "date", "time", "cut", "client", "category",
	"outcue", "start-date", "end-date", NULL};

static const gsize members[] = {MEMBER(title), MEMBER(author), MEMBER(album), MEMBER(comment),
	MEMBER(copyright), MEMBER(originator), MEMBER(reference), MEMBER(language), MEMBER(date),
	MEMBER(time), MEMBER(cut), MEMBER(client), MEMBER(category), MEMBER(outcue),
	MEMBER(start_date), MEMBER(end_date)};
G_STATIC_ASSERT(G_N_ELEMENTS(names) == G_N_ELEMENTS(members) + 1);

static char **
text_at(OqTags *tags, gsize index)
{
	return (char **)G_STRUCT_MEMBER_P(tags, members[index]);
}

static void
clear_chapter(gpointer data)
{
	g_free(((OqChapter *)data)->title);
}

void
oq_tags_init(OqTags *tags)
{
	*tags = (OqTags){0};
}

void
oq_tags_clear(OqTags *tags)
{
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
		g_free(*text_at(tags, i));
	if (tags->chapters != NULL)
		g_array_unref(tags->chapters);
	oq_tags_init(tags);
}

/* XML knows neither controls nor the two characters that are none. */
static char *
clean(const char *text)
{
	GString *out = g_string_new(NULL);
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (g_unichar_iscntrl(character) || g_unichar_isspace(character))
			character = ' ';
		if ((character & 0xFFFE) == 0xFFFE)
			character = 0xFFFD;
		g_string_append_unichar(out, character);
	}
	return g_strstrip(g_string_free(out, FALSE));
}

OqTags *
oq_tags_copy(const OqTags *tags)
{
	OqTags *copy = g_memdup2(tags, sizeof *tags);
	copy->chapters = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		char **text = text_at(copy, i);
		if (*text == NULL)
			continue;
		*text = clean(*text);
		if (**text == '\0')
			g_clear_pointer(text, g_free);
	}
	for (guint i = 0; i < oq_tags_n_chapters(tags); i++) {
		const OqChapter *chapter = oq_tags_chapter(tags, i);
		oq_tags_add_chapter(copy, chapter->frame, chapter->end_frame, chapter->title);
	}
	return copy;
}

void
oq_tags_free(OqTags *tags)
{
	if (tags == NULL)
		return;
	oq_tags_clear(tags);
	g_free(tags);
}

void
oq_tags_add_chapter(OqTags *tags, guint64 frame, guint64 end_frame, const char *title)
{
	OqChapter chapter = {frame, end_frame, clean(title != NULL ? title : "")};
	if (tags->chapters == NULL) {
		tags->chapters = g_array_new(FALSE, FALSE, sizeof(OqChapter));
		g_array_set_clear_func(tags->chapters, clear_chapter);
	}
	g_array_append_val(tags->chapters, chapter);
}

guint
oq_tags_n_chapters(const OqTags *tags)
{
	return tags->chapters != NULL ? tags->chapters->len : 0;
}

const OqChapter *
oq_tags_chapter(const OqTags *tags, guint index)
{
	return &g_array_index(tags->chapters, OqChapter, index);
}

guint64
oq_tags_chapter_end(const OqTags *tags, guint index)
{
	const OqChapter *chapter = oq_tags_chapter(tags, index);
	guint64 end = chapter->end_frame;
	if (end <= chapter->frame && index + 1 < oq_tags_n_chapters(tags))
		end = oq_tags_chapter(tags, index + 1)->frame;
	return MAX(end, chapter->frame);
}

const char *const *
oq_tags_names(void)
{
	return names;
}

char **
oq_tags_find(OqTags *tags, const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
		if (strcmp(names[i], name) == 0)
			return text_at(tags, i);
	return NULL;
}

char *
oq_tags_ascii(const OqTags *tags, const char *text)
{
	return oq_romanization_ascii(tags->romanization, text);
}
