/* tokens.c - see the header. */
#include "text/words/tokens.h"

#include "text/characters/numerics.h"

/* The sentence was validated; one and two bytes are nearly all of Kazakh. */
static gunichar
next_char(const char **p)
{
	const guchar *b = (const guchar *)*p;
	if (b[0] < 0x80) {
		*p += 1;
		return b[0];
	}
	if (b[0] < 0xE0) {
		*p += 2;
		return (gunichar)(b[0] & 0x1F) << 6 | (b[1] & 0x3F);
	}
	gunichar c = g_utf8_get_char(*p);
	*p = g_utf8_next_char(*p);
	return c;
}

static gboolean
is_letter(OqCharClass class)
{
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER;
}

static gboolean
continues(OqTokenKind kind, OqCharClass class)
{
	if (kind == OQ_TOKEN_NUMBER)
		return class == OQ_CHAR_DIGIT;
	return kind == OQ_TOKEN_WORD && (is_letter(class) || class == OQ_CHAR_MARK);
}

/* From p, where the first character has been read already. */
static const char *
extend(const OqLetters *letters, const char *p, const char *end, OqToken *token)
{
	while (p < end) {
		const char *before = p;
		OqCharClass class = oq_letters_class(letters, next_char(&p));
		if (!continues(token->kind, class))
			return before;
		if (class == OQ_CHAR_LETTER)
			token->all_capitals = FALSE;
		else if (class == OQ_CHAR_UPPER)
			token->any_capital = token->inner_capital = TRUE;
		if (token->n_chars < G_MAXUINT16)
			token->n_chars++;
	}
	return p;
}

/* ⅩⅣ: a word of capitals, which has no other letters in it. */
static const char *
read_roman(const char *p, const char *end, OqToken *token)
{
	token->kind = OQ_TOKEN_WORD;
	token->capital = token->all_capitals = token->any_capital = TRUE;
	while (p < end && oq_numerics_is_roman(g_utf8_get_char(p))) {
		p = g_utf8_next_char(p);
		if (token->n_chars < G_MAXUINT16)
			token->n_chars++;
	}
	return p;
}

void
oq_tokens_split(const OqLetters *letters, OqSlice sentence, GArray *tokens)
{
	g_array_set_size(tokens, 0);
	const char *end = sentence.data + sentence.length;
	gboolean gap = TRUE;
	for (const char *p = sentence.data; p < end;) {
		const char *start = p;
		gunichar c = next_char(&p);
		OqCharClass class = oq_letters_class(letters, c);
		if (class == OQ_CHAR_SPACE || class == OQ_CHAR_NEWLINE) {
			gap = TRUE;
			continue;
		}
		OqToken token = {
			.start = start - sentence.data,
			.kind = is_letter(class)         ? OQ_TOKEN_WORD
				: class == OQ_CHAR_DIGIT ? OQ_TOKEN_NUMBER
							 : OQ_TOKEN_SIGN,
			.sign = c,
			.n_chars = 1,
			.gap = gap,
			.capital = class == OQ_CHAR_UPPER,
			.all_capitals = class == OQ_CHAR_UPPER,
			.any_capital = class == OQ_CHAR_UPPER,
		};
		if (token.kind == OQ_TOKEN_SIGN)
			token.roles = oq_roles_of(c);
		p = oq_numerics_is_roman(c) ? read_roman(p, end, &token)
					    : extend(letters, p, end, &token);
		token.end = p - sentence.data;
		g_array_append_val(tokens, token);
		gap = FALSE;
	}
}
