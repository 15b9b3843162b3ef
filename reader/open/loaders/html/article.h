/* article.h - which part of a page is what it is about: without menus, what shares and recommends
 * it, comments, and questions about cookies.
 *
 * A page that says where its article is (article, main) is believed; else it is the smallest
 * element with nearly all of the prose. Of a page without anything beside its text all is kept. */
#pragma once

#include <libxml/tree.h>

#include <glib.h>

typedef struct _OqArticle OqArticle;

/** oq_article_find: @body: outlives it; its nodes' _private is taken until it is freed. */
OqArticle *oq_article_find(xmlNode *body);
void oq_article_free(OqArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqArticle, oq_article_free)

/** oq_article_root: (transfer none): the element; the body: none stands out. */
xmlNode *oq_article_root(const OqArticle *article);

/** oq_article_is_found: one stands out. */
gboolean oq_article_is_found(const OqArticle *article);

/** oq_article_heading: (nullable) (transfer none): the page's h1, when the article is without any.
 */
xmlNode *oq_article_heading(const OqArticle *article);

/** oq_article_is_left_out: an element within the root, with what is in it. */
gboolean oq_article_is_left_out(const OqArticle *article, const xmlNode *node);
