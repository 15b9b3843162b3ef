/* odt_styles.h - what the styles of an ODT say of a paragraph or of words in it. */
#pragma once

#include "open/loaders/odt/odt_lists.h"

typedef struct _OqOdtStyles OqOdtStyles;

typedef enum {
	OQ_ODT_STYLE_PLAIN,
	OQ_ODT_STYLE_HEADING,
	OQ_ODT_STYLE_QUOTE,
	OQ_ODT_STYLE_CONTENTS, /* of a table of contents: it is not read */
} OqOdtStyle;

OqOdtStyles *oq_odt_styles_new(void);
void oq_odt_styles_free(OqOdtStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOdtStyles, oq_odt_styles_free)

/**
 * oq_odt_styles_read: "styles" or "automatic-styles" has started; its end has then been.
 * @has_langs: what they say of languages counts: that of the named styles is but the program's
 */
void oq_odt_styles_read(OqOdtStyles *styles, OqXmlPull *xml, gboolean has_langs, GError **error);

/** oq_odt_styles_find: @name (nullable); @level: (out): of a heading, from 1. */
OqOdtStyle oq_odt_styles_find(const OqOdtStyles *styles, const char *name, guint *level);

/** oq_odt_styles_lang: (nullable) (transfer none): @name (nullable) */
const char *oq_odt_styles_lang(const OqOdtStyles *styles, const char *name);

/** oq_odt_styles_is_raised: @name (nullable) */
gboolean oq_odt_styles_is_raised(const OqOdtStyles *styles, const char *name);

/** oq_odt_styles_lists: (transfer none): the lists whose styles were read with them. */
OqOdtLists *oq_odt_styles_lists(const OqOdtStyles *styles);
