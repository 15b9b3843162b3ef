/* clean.c - see the header. */
#include "text/repair/clean.h"

#include "text/characters/roles.h"
#include "text/repair/capitals.h"
#include "text/repair/cyrillic.h"
#include "text/repair/entities.h"
#include "text/repair/glyphs.h"
#include "text/repair/joins.h"
#include "text/repair/scripts.h"
#include "text/repair/strangers.h"
#include "text/repair/traits.h"

#define N_SPACED_MIN 3

struct _OqClean {
	const OqLexicon *lexicon;
	gboolean keeps_capitals;
	OqTraits traits;
	GArray *glyphs; /* of OqGlyph; empty when the last sentence was clean */
	GString *text;
	GString *scratch;
};

OqClean *
oq_clean_new(const OqLexicon *lexicon)
{
	OqClean *clean = g_new0(OqClean, 1);
	clean->lexicon = lexicon;
	oq_traits_init(&clean->traits, lexicon);
	clean->glyphs = g_array_new(FALSE, FALSE, sizeof(OqGlyph));
	clean->text = g_string_new(NULL);
	clean->scratch = g_string_new(NULL);
	return clean;
}

void
oq_clean_free(OqClean *clean)
{
	if (clean == NULL)
		return;
	g_array_unref(clean->glyphs);
	g_string_free(clean->text, TRUE);
	g_string_free(clean->scratch, TRUE);
	g_free(clean);
}

void
oq_clean_keep_capitals(OqClean *clean)
{
	clean->keeps_capitals = TRUE;
}

static gboolean
is_hyphen_before(const char *start, const char *newline)
{
	while (newline > start && newline[-1] == ' ')
		newline--;
	return newline > start && newline[-1] == '-';
}

/* The > of a line of quoted mail. */
static gboolean
is_quote(const char *line, const char *end)
{
	while (line < end && *line == ' ')
		line++;
	return line < end && *line == '>';
}

/* May be TRUE for a clean sentence, which then is found to need no repair.
 * @marked: (out): there is a letter of another alphabet of Kazakh, if the sentence is not dirty */
static gboolean
is_dirty(OqClean *clean, OqSlice sentence, gboolean *marked)
{
	const char *end = sentence.data + sentence.length, *word = sentence.data;
	OqTrait before = OQ_TRAIT_NONE;
	gunichar entity;
	*marked = FALSE;
	if (is_quote(word, end))
		return TRUE;
	guint n_spaced = 0; /* letters that stood alone, one behind the other */
	for (const char *p = sentence.data; p < end;) {
		const char *at = p;
		OqTrait trait = oq_traits_next(&clean->traits, &p);
		*marked = *marked || trait >= OQ_TRAIT_MARKED;
		trait &= ~OQ_TRAIT_MARKED;
		if ((trait | before) < OQ_TRAIT_DIRTY) {
			before = trait;
			continue;
		}
		if (trait == OQ_TRAIT_AMPERSAND) {
			if (oq_entities_read(at, end, &entity) != NULL)
				return TRUE;
			before = OQ_TRAIT_NONE;
			continue;
		}
		if (trait < OQ_TRAIT_SPACE)
			return TRUE;
		if (trait == OQ_TRAIT_POINT)
			continue;
		if (trait == OQ_TRAIT_NEWLINE &&
			(is_hyphen_before(sentence.data, at) || is_quote(p, end)))
			return TRUE;
		gboolean alone = before != OQ_TRAIT_NONE && g_utf8_next_char(word) == at;
		n_spaced = alone ? n_spaced + 1 : 0;
		if (n_spaced == N_SPACED_MIN)
			return TRUE;
		word = p;
		before = OQ_TRAIT_NONE;
	}
	return FALSE;
}

static void
write_text(OqClean *clean)
{
	g_string_truncate(clean->text, 0);
	for (guint i = 0; i < clean->glyphs->len; i++) {
		OqGlyph *glyph = &g_array_index(clean->glyphs, OqGlyph, i);
		glyph->clean = clean->text->len;
		if (glyph->c != OQ_SIGN_SOFT_HYPHEN)
			g_string_append_unichar(clean->text, glyph->c);
	}
}

OqSlice
oq_clean_repair(OqClean *clean, OqSlice sentence)
{
	g_array_set_size(clean->glyphs, 0);
	const OqLetters *letters = oq_lexicon_letters(clean->lexicon);
	gboolean in_capitals = oq_capitals_are_all(letters, sentence);
	gboolean marked, dirty = is_dirty(clean, sentence, &marked);
	if (!in_capitals && !dirty && !marked)
		return sentence;
	oq_glyphs_read(clean->lexicon, sentence, clean->glyphs);
	oq_joins_quotes(letters, clean->glyphs);
	oq_joins_lines(letters, clean->glyphs);
	oq_joins_letters(letters, clean->glyphs);
	oq_scripts_settle(clean->lexicon, clean->glyphs, clean->scratch);
	gboolean turned = oq_cyrillic_settle(clean->lexicon, clean->glyphs);
	gboolean any_new = oq_strangers_settle(clean->lexicon, clean->glyphs, clean->scratch);
	if (!in_capitals && !dirty && !turned && !any_new) {
		g_array_set_size(clean->glyphs, 0);
		return sentence;
	}
	if (in_capitals && !clean->keeps_capitals)
		oq_capitals_lower(clean->lexicon, clean->glyphs, clean->scratch);
	write_text(clean);
	return (OqSlice){clean->text->str, clean->text->len};
}

/* The last glyph that begins at byte @at of the text, or before it. */
static const OqGlyph *
find_glyph(const OqClean *clean, guint32 at)
{
	guint low = 0, high = clean->glyphs->len;
	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(clean->glyphs, OqGlyph, middle).clean <= at)
			low = middle;
		else
			high = middle;
	}
	return &g_array_index(clean->glyphs, OqGlyph, low);
}

guint32
oq_clean_source_start(const OqClean *clean, guint32 start)
{
	return clean->glyphs->len == 0 ? start : find_glyph(clean, start)->start;
}

guint32
oq_clean_source_end(const OqClean *clean, guint32 end)
{
	return clean->glyphs->len == 0 ? end : find_glyph(clean, end - 1)->end;
}
