/* strangers.c - see the header. */
#include "text/repair/strangers.h"

#include "text/words/transliteration.h"

#define FIRST_STRANGE_MARK 0x0370 /* accents are before */

/* What becomes of a glyph within a word. */
typedef enum {
	FATE_STAYS,
	FATE_TURNS, /* into the letters in scratch, of which there may be none */
	FATE_APART, /* stays, and is no part of the word */
} Fate;

typedef struct {
	const OqLexicon *lexicon;
	const GArray *glyphs;
	GArray *out;
	GString *scratch;
	gboolean in_word;
	gboolean is_native; /* the word's first letter */
	gboolean was_apart; /* the glyph before */
	gboolean any_new;
} Settling;

static const OqGlyph *
glyph_at(const GArray *glyphs, guint at)
{
	return &g_array_index(glyphs, OqGlyph, at);
}

static gboolean
is_native(gunichar c)
{
	GUnicodeScript script = g_unichar_get_script(c);
	return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC;
}

static gboolean
is_part(const OqLexicon *lexicon, gunichar c)
{
	OqCharClass class = oq_letters_class(oq_lexicon_letters(lexicon), c);
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER || class == OQ_CHAR_MARK;
}

/* кΩ: a unit's own letter, at the end of its word. */
static gboolean
is_unit(const Settling *settling, guint at)
{
	const GArray *glyphs = settling->glyphs;
	if (at + 1 < glyphs->len && is_part(settling->lexicon, glyph_at(glyphs, at + 1)->c))
		return FALSE;
	char utf8[6];
	OqSlice letter = {utf8, g_unichar_to_utf8(glyph_at(glyphs, at)->c, utf8)};
	return oq_lexicon_measure(settling->lexicon, letter, FALSE) != NULL;
}

static Fate
judge(Settling *settling, guint at)
{
	gunichar c = glyph_at(settling->glyphs, at)->c;
	char utf8[6];
	OqSlice letter = {utf8, g_unichar_to_utf8(c, utf8)};
	g_string_truncate(settling->scratch, 0);
	if (!g_unichar_isalpha(c)) {
		gboolean drops =
			settling->is_native && !settling->was_apart && c >= FIRST_STRANGE_MARK;
		return drops ? FATE_TURNS : FATE_STAYS;
	}
	if (!oq_transliteration_is_strange(settling->lexicon, c) || is_unit(settling, at))
		return FATE_STAYS;
	if (!oq_transliteration_say(settling->lexicon, letter, settling->scratch))
		return is_native(c) ? FATE_STAYS : FATE_APART;
	return settling->is_native || settling->scratch->len == 0 ? FATE_TURNS : FATE_STAYS;
}

/* Letters beside a capital are capitals, too. */
static gboolean
is_shouted(const GArray *glyphs, guint at)
{
	return g_unichar_isupper(glyph_at(glyphs, at)->c) &&
	       ((at + 1 < glyphs->len && g_unichar_isupper(glyph_at(glyphs, at + 1)->c)) ||
		       (at > 0 && g_unichar_isupper(glyph_at(glyphs, at - 1)->c)));
}

static void
turn(Settling *settling, guint at)
{
	OqGlyph glyph = *glyph_at(settling->glyphs, at);
	gboolean shouted = is_shouted(settling->glyphs, at);
	settling->any_new = TRUE;
	for (const char *p = settling->scratch->str; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		glyph.c = shouted ? g_unichar_toupper(c) : c;
		g_array_append_val(settling->out, glyph);
	}
	if (settling->scratch->len == 0 && settling->out->len > 0)
		g_array_index(settling->out, OqGlyph, settling->out->len - 1).end = glyph.end;
}

/* ʿAli begins with its A; what stands alone, or before others of its kind, stays. */
static void
begin_silently(Settling *settling, guint at)
{
	const GArray *glyphs = settling->glyphs;
	if (at + 1 == glyphs->len || !is_native(glyph_at(glyphs, at + 1)->c))
		g_array_append_vals(settling->out, glyph_at(glyphs, at), 1);
	else
		settling->any_new = TRUE;
}

static void
settle_part(Settling *settling, guint at)
{
	OqGlyph glyph = *glyph_at(settling->glyphs, at);
	if (!settling->in_word) {
		settling->is_native = is_native(glyph.c);
		settling->was_apart = FALSE;
	}
	Fate fate = judge(settling, at);
	if (!settling->in_word && fate == FATE_TURNS && settling->scratch->len == 0) {
		begin_silently(settling, at);
		return;
	}
	gboolean apart = fate == FATE_APART || (settling->was_apart && !is_native(glyph.c));
	if (settling->in_word && apart != settling->was_apart) {
		OqGlyph space = {' ', glyph.start, glyph.start, 0};
		g_array_append_val(settling->out, space);
		settling->any_new = TRUE;
	}
	if (fate == FATE_TURNS)
		turn(settling, at);
	else
		g_array_append_val(settling->out, glyph);
	settling->in_word = TRUE;
	settling->was_apart = apart;
}

static gboolean
any_stranger(const OqLexicon *lexicon, const GArray *glyphs)
{
	for (guint at = 0; at < glyphs->len; at++)
		if (oq_transliteration_is_strange(lexicon, glyph_at(glyphs, at)->c))
			return TRUE;
	return FALSE;
}

gboolean
oq_strangers_settle(const OqLexicon *lexicon, GArray *glyphs, GString *scratch)
{
	if (!any_stranger(lexicon, glyphs))
		return FALSE;
	g_autoptr(GArray) out = g_array_sized_new(FALSE, FALSE, sizeof(OqGlyph), glyphs->len);
	Settling settling = {.lexicon = lexicon, .glyphs = glyphs, .out = out, .scratch = scratch};
	for (guint at = 0; at < glyphs->len; at++) {
		if (is_part(lexicon, glyph_at(glyphs, at)->c)) {
			settle_part(&settling, at);
			continue;
		}
		g_array_append_vals(out, glyph_at(glyphs, at), 1);
		settling.in_word = FALSE;
	}
	if (!settling.any_new)
		return FALSE;
	g_array_set_size(glyphs, 0);
	g_array_append_vals(glyphs, out->data, out->len);
	return TRUE;
}
