/* traits.c - see the header. */
#include "text/repair/traits.h"

#include "text/characters/roles.h"
#include "text/repair/cyrillic.h"
#include "text/repair/glyphs.h"
#include "text/words/transliteration.h"

#include <string.h>

void
oq_traits_init(OqTraits *traits, const OqLexicon *lexicon)
{
	traits->lexicon = lexicon;
	memset(traits->known, OQ_TRAIT_UNKNOWN, sizeof traits->known);
}

static OqTrait
judge(const OqLexicon *lexicon, gunichar c)
{
	if (c == '.')
		return OQ_TRAIT_POINT;
	if (c == '&')
		return OQ_TRAIT_AMPERSAND;
	const OqLookalike *lookalike = oq_lexicon_lookalike(lexicon, c);
	gboolean sign = lookalike != NULL && lookalike->kind == OQ_LOOKALIKE_ALWAYS;
	if (sign || !oq_glyphs_is_simple(c))
		return OQ_TRAIT_DIRTY;
	switch (oq_letters_class(oq_lexicon_letters(lexicon), c)) {
	case OQ_CHAR_SPACE:
		return OQ_TRAIT_SPACE;
	case OQ_CHAR_NEWLINE:
		return OQ_TRAIT_NEWLINE;
	case OQ_CHAR_LETTER:
	case OQ_CHAR_UPPER:
		return c < 0x0250 ? OQ_TRAIT_LATIN : OQ_TRAIT_CYRILLIC;
	default:
		return OQ_TRAIT_NONE;
	}
}

OqTrait
oq_traits_learn(OqTraits *traits, gunichar c)
{
	/* little but dashes and quotes is beyond in Kazakh text */
	if ((c >= 0x2012 && c <= OQ_SIGN_ELLIPSIS) || c == OQ_SIGN_NUMERO)
		return OQ_TRAIT_NONE;
	OqTrait trait = judge(traits->lexicon, c);
	if (trait != OQ_TRAIT_DIRTY &&
		(oq_cyrillic_are_marked(c) || oq_transliteration_is_strange(traits->lexicon, c)))
		trait = (c < 0x0250 ? OQ_TRAIT_LATIN : OQ_TRAIT_NONE) | OQ_TRAIT_MARKED;
	if (c < OQ_N_TRAITS)
		traits->known[c] = (guint8)trait;
	return trait;
}
