/* abbreviations.c - see the header. */
#include "text/rules/words/abbreviations.h"

#include "text/words/loose.h"
#include "text/words/roman_value.h"

#define MAX_PARTS   5
#define MAX_LETTERS 10
#define MIN_CLEAR   5 /* letters of a word that was cut short, whatever ending it has */

/** Words with points, hyphens or slashes between them that may be one abbreviation. */
typedef struct {
	const OqSentence *sentence;
	guint at;
	guint end;    /* behind the last word */
	gboolean one; /* a single word */
} Chain;

static gboolean
is_short_word(const OqToken *token)
{
	return oq_token_is_word(token) && token->n_chars <= MAX_LETTERS;
}

/* "т. б", "ф.-м", "а/ш": the next word, with what joins it; @at is behind a word. */
static guint
find_part(const OqSentence *sentence, guint at)
{
	const OqToken *joint = oq_sentence_token(sentence, at);
	if (joint == NULL || joint->gap || joint->kind != OQ_TOKEN_SIGN)
		return 0;
	const OqToken *next = oq_sentence_token(sentence, at + 1);
	if (joint->sign == '.') {
		guint word = oq_token_is_sign(next, '-') && !next->gap ? at + 2 : at + 1;
		const OqToken *part = oq_sentence_token(sentence, word);
		gboolean initial = is_short_word(part) && part->capital && part->n_chars == 1;
		return is_short_word(part) && !initial && !(word > at + 1 && part->gap) ? word : 0;
	}
	gboolean joins = joint->sign == '/' || joint->sign == '-';
	return joins && is_short_word(next) && !next->gap ? at + 1 : 0;
}

static gboolean
is_name(const OqToken *token)
{
	return oq_token_is_word(token) && token->capital;
}

static gboolean
is_number_before(const OqSentence *sentence, guint at)
{
	return at > 0 && oq_token_is_number(&sentence->tokens[at - 1]);
}

/* 1904 ж. */
static gboolean
is_year_before(const OqSentence *sentence, guint at)
{
	if (at > 1 && oq_sentence_is_point(sentence, at - 1))
		at--;
	const OqToken *year = at > 1 ? &sentence->tokens[at - 1] : NULL;
	return oq_token_is_word(year) && year->n_chars <= 2 && is_number_before(sentence, at - 1) &&
	       oq_lexicon_year_abbreviation(sentence->lexicon, oq_sentence_text(sentence, year)) !=
		       NULL;
}

static gboolean
is_ordinal_before(const OqSentence *sentence, guint at)
{
	return at > 1 && !sentence->tokens[at].gap && oq_token_is_dash(&sentence->tokens[at - 1]) &&
	       oq_token_is_number(&sentence->tokens[at - 2]);
}

/* A name, or a small word behind one: Абай, Төле би */
static gboolean
is_name_word(const OqSentence *sentence, guint at)
{
	const OqToken *word = &sentence->tokens[at];
	if (oq_token_is_word(word) && !word->capital && at > 0)
		word = &sentence->tokens[at - 1];
	if (!is_name(word) || word->n_chars == 1)
		return FALSE;
	OqSlice lower = oq_sentence_lower(sentence, word);
	return oq_lexicon_numeral(sentence->lexicon, lower) == NULL &&
	       oq_lexicon_sentence_word(sentence->lexicon, lower, FALSE) != OQ_SENTENCE_WORD_BEGINS;
}

/* Абай, «Самал», Сәтбаев Қ.И., Абай ат. */
static gboolean
is_name_before(const OqSentence *sentence, guint at)
{
	const OqToken *before = at > 0 ? &sentence->tokens[at - 1] : NULL;
	if (oq_token_has(before, OQ_ROLE_UNQUOTE))
		return TRUE;
	if (!oq_token_is_sign(before, '.') || before->gap || at < 2)
		return before != NULL && is_name_word(sentence, at - 1);
	const OqToken *cut = &sentence->tokens[at - 2];
	if (!oq_token_is_word(cut))
		return FALSE;
	const OqAbbreviation *of_name =
		oq_lexicon_abbreviation(sentence->lexicon, oq_sentence_text(sentence, cut));
	return cut->capital || (of_name != NULL && of_name->place == OQ_ABBREVIATION_BEHIND_NAME);
}

/* 5, № 5, бес; к., 5 */
static gboolean
is_number_behind(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	if (oq_token_is_sign(next, ',') && !next->gap)
		next = oq_sentence_token(sentence, at + 1);
	return oq_token_is_number(next) || oq_token_has(next, OQ_ROLE_NUMERO) ||
	       (oq_token_is_word(next) && oq_lexicon_numeral(sentence->lexicon,
						  oq_sentence_text(sentence, next)) != NULL);
}

/* A name, in quotes too, or another title before one: ген. Панфилов, ген. полк. Ермеков */
static gboolean
is_name_behind(const OqSentence *sentence, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	if (oq_token_has(next, OQ_ROLE_DASH) && !next->gap)
		return oq_token_is_word(oq_sentence_token(sentence, at + 1));
	return is_name(next) || oq_token_has(next, OQ_ROLE_OPENER) ||
	       (is_short_word(next) && oq_sentence_is_point(sentence, at + 1) &&
		       is_name(oq_sentence_token(sentence, at + 2)));
}

/* обл-ның; обл-тық is another word. */
static gboolean
has_case(const OqSentence *sentence, guint at)
{
	guint n_all;
	OqSuffixes suffixes;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	return oq_rule_find_suffix_of_phrase(sentence, at, &suffixes) &&
	       all[suffixes.suffix[0]].kind != OQ_SUFFIX_DERIVING;
}

/* Its own point, and something of the sentence behind that, or an ending. */
static gboolean
is_cut(const Chain *chain, const OqAbbreviation *row)
{
	const OqSentence *sentence = chain->sentence;
	const OqToken *behind = oq_sentence_token(sentence, chain->end);
	gboolean point = oq_sentence_is_point(sentence, chain->end);
	gboolean single = sentence->tokens[chain->at].n_chars == 1;
	gboolean latin = sentence->tokens[chain->at].sign < 0x80;
	if (!chain->one || latin || (!row->is_word_too && !single))
		return TRUE;
	if (point)
		return row->place != OQ_ABBREVIATION_ANYWHERE ||
		       chain->end + 1 < sentence->n_tokens;
	if (oq_token_is_sign(behind, ':') && !behind->gap)
		return row->place == OQ_ABBREVIATION_ANYWHERE;
	gboolean clear =
		row->before_noun == NULL || sentence->tokens[chain->at].n_chars >= MIN_CLEAR;
	return clear && (!single || !sentence->tokens[chain->at].capital) &&
	       has_case(sentence, chain->end);
}

static gboolean
is_in_place(const Chain *chain, const OqAbbreviation *row)
{
	const OqSentence *sentence = chain->sentence;
	guint behind = chain->end + oq_sentence_skip_point(sentence, chain->end);
	switch (row->place) {
	case OQ_ABBREVIATION_BEHIND_NUMBER:
		return is_number_before(sentence, chain->at);
	case OQ_ABBREVIATION_BEHIND_YEAR:
		return is_year_before(sentence, chain->at);
	case OQ_ABBREVIATION_BEHIND_ORDINAL:
		return is_ordinal_before(sentence, chain->at);
	case OQ_ABBREVIATION_BEHIND_NAME:
		return is_name_before(sentence, chain->at) ||
		       (row->is_word_too && !oq_sentence_is_point(sentence, chain->end) &&
			       !is_number_before(sentence, chain->at));
	case OQ_ABBREVIATION_BEFORE_NUMBER:
		return is_number_behind(sentence, behind);
	case OQ_ABBREVIATION_BEFORE_NAME:
		return is_name_behind(sentence, behind);
	case OQ_ABBREVIATION_OF_LAW:
	case OQ_ABBREVIATION_OF_ARTICLE:
	case OQ_ABBREVIATION_OF_SCHOOL:
		return FALSE; /* law_parts.h, schools.h */
	default:
		return TRUE;
	}
}

static const OqAbbreviation *
choose(const Chain *chain, const OqAbbreviation *rows)
{
	while (rows != NULL && !(is_cut(chain, rows) && is_in_place(chain, rows)))
		rows = rows->next;
	return rows;
}

static const OqAbbreviation *
look_up(const OqSentence *sentence, const GString *written)
{
	OqSlice text = {written->str, written->len};
	oq_letters_lower(oq_lexicon_letters(sentence->lexicon), text, sentence->lower);
	OqSlice key = {sentence->lower->str, sentence->lower->len};
	return oq_lexicon_abbreviation(sentence->lexicon, key);
}

/* The longest of several parts. */
static const OqAbbreviation *
find_longer(Chain *chain, guint part)
{
	const OqSentence *sentence = chain->sentence;
	const OqAbbreviation *found = NULL;
	OqSlice first = oq_sentence_text(sentence, &sentence->tokens[chain->at]);
	g_autoptr(GString) written = g_string_new_len(first.data, (gssize)first.length);
	guint behind = chain->at + 1;
	for (guint n = 1; n < MAX_PARTS && part > 0; n++) {
		for (guint i = behind; i <= part; i++) {
			OqSlice text = oq_sentence_text(sentence, &sentence->tokens[i]);
			g_string_append_len(written, text.data, (gssize)text.length);
		}
		behind = part + 1;
		Chain more = {sentence, chain->at, behind, FALSE};
		const OqToken *next = oq_sentence_token(sentence, behind);
		gboolean whole = !oq_token_is_sign(next, '/') || next->gap;
		const OqAbbreviation *row =
			whole ? choose(&more, look_up(sentence, written)) : NULL;
		if (row != NULL) {
			found = row;
			*chain = more;
		}
		part = find_part(sentence, behind);
	}
	return found;
}

static const OqAbbreviation *
find(Chain *chain)
{
	const OqSentence *sentence = chain->sentence;
	/* the т. of "3-т. б/ша" stands alone */
	gboolean alone = oq_sentence_is_cut_noun(sentence, chain->at) &&
			 is_ordinal_before(sentence, chain->at);
	guint part = alone ? 0 : find_part(sentence, chain->end);
	const OqAbbreviation *longer = part > 0 ? find_longer(chain, part) : NULL;
	if (longer != NULL)
		return longer;
	OqSlice key = oq_sentence_lower(sentence, &sentence->tokens[chain->at]);
	return choose(chain, oq_lexicon_abbreviation(sentence->lexicon, key));
}

/* A noun, or the date or century that takes the place of one. */
static gboolean
stands_before_noun(const OqSentence *sentence, const OqAbbreviation *row, guint at)
{
	const OqToken *next = oq_sentence_token(sentence, at);
	gboolean named = row->place == OQ_ABBREVIATION_BEHIND_NAME;
	if (named && oq_token_has(next, OQ_ROLE_OPENER | OQ_ROLE_NUMERO))
		return TRUE;
	gboolean gap = next != NULL && (next->gap || oq_sentence_is_point(sentence, at - 1));
	return gap &&
	       (oq_token_is_number(next) || (oq_token_is_word(next) && (named || !next->capital)) ||
		       oq_roman_value(sentence, next) > 0);
}

/* Endings behind a hyphen, or directly behind the point: қ-ның, қ.ның. */
static guint
find_endings(const Chain *chain, guint at, OqSuffixes *endings)
{
	const OqSentence *sentence = chain->sentence;
	const OqToken *word = oq_sentence_token(sentence, at);
	if (oq_rule_find_suffix_of_phrase(sentence, at, endings))
		return 2;
	gboolean glued = at > chain->end && oq_token_is_word(word) && !word->gap &&
			 !word->any_capital &&
			 oq_suffixes_parse_case(
				 sentence->lexicon, oq_sentence_text(sentence, word), endings);
	return glued ? 1 : oq_loose_find_suffix(sentence, at, endings);
}

/* т.б.лар: the plural is there already. */
static gboolean
is_plural(const OqSentence *sentence, const OqSuffixes *endings)
{
	guint n_all;
	const OqSuffix *all = oq_lexicon_suffixes(sentence->lexicon, &n_all);
	return all[endings->suffix[0]].kind == OQ_SUFFIX_MULTIPLYING;
}

guint
oq_abbreviations_expand(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *token = &sentence->tokens[at];
	/* кВ is a unit, and not кв. */
	if (token->n_chars > MAX_LETTERS || (token->inner_capital && !token->all_capitals))
		return 0;
	Chain chain = {sentence, at, at + 1, TRUE};
	const OqAbbreviation *found = find(&chain);
	if (found == NULL)
		return 0;
	/* the last point of all is the sentence's as well */
	guint behind = chain.end + oq_sentence_skip_point(sentence, chain.end);
	OqSuffixes endings;
	guint n_taken = find_endings(&chain, behind, &endings);
	gboolean short_form = n_taken > 0 ? is_plural(sentence, &endings)
					  : stands_before_noun(sentence, found, behind);
	gboolean noun = found->before_noun != NULL && short_form;
	oq_rule_append(context, noun ? found->before_noun : found->spoken);
	if (n_taken > 0)
		oq_rule_attach_to_phrase(context, &endings);
	return behind - at + n_taken;
}

static gboolean
is_initial(const OqToken *token)
{
	return is_name(token) && token->n_chars == 1;
}

/* The Қ of Қ.-Ж. and of Қ-Ж.: the hyphen and the initial behind it are at hyphen. */
static gboolean
is_doubled(const OqSentence *sentence, guint hyphen)
{
	const OqToken *dash = oq_sentence_token(sentence, hyphen),
		      *second = oq_sentence_token(sentence, hyphen + 1);
	return oq_token_is_sign(dash, '-') && !dash->gap && is_initial(second) && !second->gap &&
	       oq_sentence_is_point(sentence, hyphen + 2);
}

static gboolean
is_behind_initial(const OqSentence *sentence, guint at)
{
	guint behind = at;
	if (behind > 1 && oq_token_is_sign(&sentence->tokens[behind - 1], '-') &&
		!sentence->tokens[behind].gap && !sentence->tokens[behind - 1].gap)
		behind--;
	gboolean hyphen =
		behind<at, point = behind> 0 && oq_sentence_is_point(sentence, behind - 1);
	if (point)
		behind--;
	return (point || hyphen) && behind > 0 && is_initial(&sentence->tokens[behind - 1]);
}

static gunichar
twin_of(const OqSentence *sentence, const OqToken *letter)
{
	const OqLookalike *twin = oq_lexicon_lookalike(sentence->lexicon, letter->sign);
	return twin != NULL && twin->kind == OQ_LOOKALIKE_TWIN ? twin->letter : letter->sign;
}

/* A. Құнанбайұлы: the letter is Latin, the name is not; but not P.S. Ұмытпа */
static gunichar
meant_initial(const OqSentence *sentence, guint at)
{
	guint name = at + 2;
	gboolean twins = TRUE;
	while (is_name(oq_sentence_token(sentence, name)) && sentence->tokens[name].n_chars == 1 &&
		oq_sentence_is_point(sentence, name + 1)) {
		twins = twins && oq_letters_is_cyrillic(twin_of(sentence, &sentence->tokens[name]));
		name += 2;
	}
	if (!is_name(oq_sentence_token(sentence, name)) && at > 0)
		name = at - 1;
	const OqToken *token = oq_sentence_token(sentence, name), *letter = &sentence->tokens[at];
	gboolean kazakh = twins && is_name(token) && oq_letters_is_cyrillic(token->sign);
	return kazakh ? twin_of(sentence, letter) : letter->sign;
}

guint
oq_abbreviations_initial(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *letter = &sentence->tokens[at];
	gboolean point = oq_sentence_is_point(sentence, at + 1);
	gboolean doubled = is_doubled(sentence, at + (point ? 2 : 1));
	if (!is_initial(letter) || (!point && !doubled))
		return 0;
	gboolean before_name = doubled || is_name(oq_sentence_token(sentence, at + 2));
	gboolean behind_name = at > 0 && is_name(&sentence->tokens[at - 1]);
	const char *name =
		oq_letters_name(oq_lexicon_letters(sentence->lexicon), meant_initial(sentence, at));
	if (name == NULL || !(before_name || behind_name || is_behind_initial(sentence, at)))
		return 0;
	g_string_append(context->words, name);
	return 1 + (doubled ? 1 : 0) + (point && at + 2 < sentence->n_tokens ? 1 : 0);
}
