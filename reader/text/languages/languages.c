/* languages.c - see the header. */
#include "text/languages/languages.h"

#include "text/words/roman_value.h"

#define MIN_WORDS       2
#define MIN_POINTS      2 /* one in a phrase between quotation marks, whose name it is */
#define WORDS_PER_POINT 4
#define MIN_LONG        3 /* letters of a word that is no name of a letter: а и те ве is АИТВ */

/* Words that say nothing may stand between a Kazakh word and the first Russian one, and behind the
 * last. */
#define MAX_WORDS_BEFORE 1
#define MAX_WORDS_BEHIND 2

/* What a token is for the phrase. */
typedef enum {
	PART_OTHER, /* a number, a sign, a word of another alphabet: goes with its neighbours */
	PART_WORD,
	PART_KAZAKH,
	PART_PAUSE, /* ends a clause */
	PART_EDGE,  /* ends a phrase: quotation marks and brackets */
} Kind;

typedef struct {
	Kind kind;
	gint points; /* of a word */
	gboolean is_long;
} Part;

/* Tokens from first up to end. */
typedef struct {
	guint first;
	guint end;
} Phrase;

static gboolean
is_cyrillic(const OqToken *token)
{
	return token->kind == OQ_TOKEN_WORD && oq_letters_is_cyrillic(token->sign);
}

/* Most sentences hold no word that looks Russian, and are left at once. */
static gboolean
any_russian(const OqSentence *sentence)
{
	const OqEvidence *evidence = oq_lexicon_evidence(sentence->lexicon);
	for (guint i = 0; i < sentence->n_tokens; i++) {
		const OqToken *token = &sentence->tokens[i];
		if (token->kind == OQ_TOKEN_WORD &&
			oq_evidence_may_be_russian(evidence,
				(OqSlice){sentence->text + token->start, token->end - token->start},
				token->n_chars) &&
			oq_evidence_points(evidence, oq_sentence_lower(sentence, token)) > 0)
			return TRUE;
	}
	return FALSE;
}

/* 12:30 and по-моему are not torn apart. */
static Kind
kind_of_sign(const OqSentence *sentence, guint at)
{
	const OqToken *sign = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	gboolean inside = !sign->gap && next != NULL && !next->gap;
	if (oq_token_has(sign, OQ_ROLE_EDGE))
		return PART_EDGE;
	gboolean pause = oq_token_has(sign, OQ_ROLE_DASH | OQ_ROLE_MINUS | OQ_ROLE_PAUSE);
	return pause && !inside ? PART_PAUSE : PART_OTHER;
}

/* The letter of т.с.с., 5В, Тарих-и, и-ден. */
static gboolean
is_lone_letter(const OqSentence *sentence, guint at, const Part *before)
{
	const OqToken *token = &sentence->tokens[at], *next = oq_sentence_token(sentence, at + 1);
	if (token->n_chars > 1)
		return FALSE;
	gboolean opened = at == 0 || token->gap || before->kind == PART_EDGE;
	return !opened || oq_sentence_is_point(sentence, at + 1) ||
	       (next != NULL && !next->gap &&
		       (next->kind != OQ_TOKEN_SIGN || oq_token_is_dash(next)));
}

/* Эдгар По, Достоевский; at the beginning of a phrase a capital says nothing. */
static gboolean
is_name(const OqSentence *sentence, guint at, const Part *before, gint points)
{
	const OqToken *token = &sentence->tokens[at];
	gboolean shouted = token->all_capitals && at > 0 && sentence->tokens[at - 1].all_capitals &&
			   sentence->tokens[at - 1].n_chars > 1;
	gboolean begins =
		at == 0 || before->kind == PART_EDGE ||
		(before->kind == PART_PAUSE && oq_token_is_dash(&sentence->tokens[at - 1]));
	return token->capital && (token->n_chars <= 2 || points < MIN_POINTS) && !begins &&
	       !shouted;
}

static Part
judge_word(const OqSentence *sentence, guint at, const Part *before)
{
	const OqToken *token = &sentence->tokens[at];
	if (!is_cyrillic(token) || oq_roman_value(sentence, token) > 0)
		return (Part){.kind = PART_OTHER};
	gint points = oq_evidence_points(
		oq_lexicon_evidence(sentence->lexicon), oq_sentence_lower(sentence, token));
	if (points == OQ_EVIDENCE_KAZAKH)
		return (Part){.kind = PART_KAZAKH};
	if (points > 0 &&
		(is_lone_letter(sentence, at, before) || is_name(sentence, at, before, points)))
		points = 0;
	return (Part){PART_WORD, points, token->n_chars >= MIN_LONG};
}

static Part *
judge_parts(const OqSentence *sentence)
{
	Part *parts = g_new0(Part, sentence->n_tokens);
	for (guint i = 0; i < sentence->n_tokens; i++) {
		const OqToken *token = &sentence->tokens[i];
		if (token->kind == OQ_TOKEN_WORD)
			parts[i] = judge_word(sentence, i, i > 0 ? &parts[i - 1] : NULL);
		else if (token->kind == OQ_TOKEN_SIGN)
			parts[i].kind = kind_of_sign(sentence, i);
	}
	return parts;
}

static gboolean
is_russian(const Part *parts, Phrase phrase, guint min_words, gint min_points)
{
	guint n_words = 0, n_long = 0;
	gint points = 0;
	for (guint i = phrase.first; i < phrase.end; i++) {
		n_words += parts[i].kind == PART_WORD;
		n_long += parts[i].is_long;
		points += parts[i].points;
	}
	return n_words >= min_words && n_long > 0 && points >= min_points &&
	       points * WORDS_PER_POINT >= (gint)n_words;
}

/* The tokens around the first and the last Russian word, up to a pause, or to a few words from a
 * Kazakh neighbour. */
static guint
widen(const Part *parts, guint at, guint limit, gboolean kazakh, guint max_words)
{
	gint step = limit < at ? -1 : 1;
	guint widest = at, n_words = 0;
	for (guint i = at; i != limit;) {
		i += step;
		if (parts[i].kind == PART_PAUSE)
			return widest;
		n_words += parts[i].kind == PART_WORD;
		if (kazakh && (n_words > max_words || parts[i].points < 0))
			return widest;
		if (!kazakh || parts[i].kind == PART_WORD)
			widest = i;
	}
	return widest;
}

static Phrase
trim(const Part *parts, guint n_parts, Phrase phrase)
{
	guint first = phrase.first, last = phrase.end - 1;
	while (first < last && parts[first].points <= 0)
		first++;
	while (last > first && parts[last].points <= 0)
		last--;
	gboolean before = phrase.first > 0 && parts[phrase.first - 1].kind == PART_KAZAKH;
	gboolean behind = phrase.end < n_parts && parts[phrase.end].kind == PART_KAZAKH;
	first = widen(parts, first, phrase.first, before, MAX_WORDS_BEFORE);
	last = widen(parts, last, phrase.end - 1, behind, MAX_WORDS_BEHIND);
	return (Phrase){first, last + 1};
}

static void
mark(OqSentence *sentence, Phrase phrase)
{
	for (guint i = phrase.first; i < phrase.end; i++)
		sentence->tokens[i].lang = OQ_LANG_RU;
}

static void
mark_phrase(OqSentence *sentence, const Part *parts, Phrase phrase)
{
	guint n = sentence->n_tokens;
	gboolean quoted = phrase.first > 0 && parts[phrase.first - 1].kind == PART_EDGE &&
			  phrase.end < n && parts[phrase.end].kind == PART_EDGE;
	if (phrase.first == phrase.end)
		return;
	Phrase trimmed = trim(parts, n, phrase);
	if (is_russian(parts, trimmed, MIN_WORDS, quoted ? 1 : MIN_POINTS))
		mark(sentence, trimmed);
}

/* What stands between quotation marks says little of the sentence, unless that is all there is. */
static gboolean
is_russian_sentence(const Part *parts, guint n_parts)
{
	g_autofree Part *outside = g_new0(Part, n_parts);
	guint n_edges = 0, n_words = 0;
	for (guint i = 0; i < n_parts; i++) {
		if (parts[i].kind == PART_KAZAKH)
			return FALSE;
		n_edges += parts[i].kind == PART_EDGE;
		if (n_edges % 2 == 0)
			outside[i] = parts[i];
		n_words += outside[i].kind == PART_WORD;
	}
	return is_russian(n_words > 0 ? outside : parts, (Phrase){0, n_parts}, 1, MIN_POINTS);
}

void
oq_languages_mark(OqSentence *sentence)
{
	if (!any_russian(sentence))
		return;
	guint n = sentence->n_tokens;
	g_autofree Part *parts = judge_parts(sentence);
	if (is_russian_sentence(parts, n)) {
		mark(sentence, (Phrase){0, n});
		return;
	}
	for (guint first = 0, end; first < n; first = end + 1) {
		for (end = first;
			end < n && parts[end].kind != PART_KAZAKH && parts[end].kind != PART_EDGE;)
			end++;
		mark_phrase(sentence, parts, (Phrase){first, end});
	}
}

void
oq_languages_declare(OqSentence *sentence, OqLang lang)
{
	const OqEvidence *evidence = oq_lexicon_evidence(sentence->lexicon);

	for (guint i = 0; i < sentence->n_tokens; i++) {
		OqToken *token = &sentence->tokens[i];
		if (!is_cyrillic(token) ||
			oq_evidence_points(evidence, oq_sentence_lower(sentence, token)) !=
				OQ_EVIDENCE_KAZAKH)
			token->lang = lang;
	}
}

/* The end of the letters of one alphabet; signs and marks go with the letters before them. */
static const char *
script_end(const char *p, const char *end, gboolean *latin)
{
	gunichar first = g_utf8_get_char(p);
	*latin = g_unichar_isalpha(first) && oq_letters_is_latin(first);
	for (p = g_utf8_next_char(p); p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_isalpha(c) && oq_letters_is_latin(c) != *latin)
			break;
	}
	return p;
}

static void
tag_word(OqUtterance *utterance, guint at, OqLang other, OqLanguages languages)
{
	OqWord *word = &g_array_index(utterance->words, OqWord, at);
	const char *spoken = utterance->spoken->str;
	gboolean latin;
	const char *end =
		script_end(spoken + word->spoken_start, spoken + word->spoken_end, &latin);
	word->lang = latin && oq_lang_is_in(OQ_LANG_EN, languages) ? OQ_LANG_EN : other;
	if (end == spoken + word->spoken_end)
		return;
	OqWord rest = *word;
	rest.spoken_start = word->spoken_end = end - spoken;
	g_array_insert_val(utterance->words, at + 1, rest);
}

void
oq_languages_tag(OqUtterance *utterance, guint from, OqLang lang, OqLanguages languages)
{
	for (guint i = from; i < utterance->words->len; i++)
		tag_word(utterance, i, lang, languages);
}

void
oq_languages_settle(OqUtterance *utterance)
{
	guint n[OQ_N_LANGS] = {0};
	OqLang most = OQ_LANG_KK;
	for (guint i = 0; i < utterance->words->len; i++)
		n[oq_utterance_word(utterance, i)->lang]++;
	for (OqLang lang = 0; lang < OQ_N_LANGS; lang++)
		if (n[lang] > n[most])
			most = lang;
	utterance->lang = most;
}
