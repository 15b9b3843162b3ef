/* odt_lists.h - the numbers of items and headings of an ODT: how lists are numbered, and where they
 * are. */
#pragma once

#include "open/markup/xml_pull.h"

typedef struct _OqOdtLists OqOdtLists;

OqOdtLists *oq_odt_lists_new(void);
void oq_odt_lists_free(OqOdtLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOdtLists, oq_odt_lists_free)

/** oq_odt_lists_read: an element has started among the styles. */
void oq_odt_lists_read(OqOdtLists *lists, OqXmlPull *xml);

/** oq_odt_lists_enter: "list" has started. _leave: it has ended. */
void oq_odt_lists_enter(OqOdtLists *lists, OqXmlPull *xml);
void oq_odt_lists_leave(OqOdtLists *lists);

/** oq_odt_lists_depth: so many lists are around. */
guint oq_odt_lists_depth(const OqOdtLists *lists);

/** oq_odt_lists_enter_item: "list-item" or "list-header" has started. */
void oq_odt_lists_enter_item(OqOdtLists *lists, OqXmlPull *xml);

/** oq_odt_lists_next: a paragraph begins in the item. Returns: (transfer full) (nullable): its
 * number; NULL: it has none, or an earlier paragraph had it. */
char *oq_odt_lists_next(OqOdtLists *lists);

/** oq_odt_lists_heading: one of this level, from 1, begins in no list; as above. */
char *oq_odt_lists_heading(OqOdtLists *lists, guint level);
