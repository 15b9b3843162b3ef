/* article.c - see the header. */
#include "open/loaders/html/article.h"

#include "open/loaders/html/html_tree.h"
#include "open/markup/elements.h"

#include <string.h>

enum {
	PROSE_BYTES = 60,  /* a paragraph has so many */
	WHOLE_BYTES = 200, /* an article has so many */
	N_LINKS = 3,       /* a group of links has so many */
	NAME_BYTES = 200,  /* of a class that are looked at */
	N_ID_WORDS = 3,    /* an id of more is made of a heading, and may say anything */
};

/* What is known of an element. Text is in bytes that are no white space. */
typedef struct {
	guint n_text;  /* with all that is in it */
	guint n_link;  /* of that, within links */
	guint n_links; /* their number */
	guint n_own;   /* text outside of blocks that are in it */
	guint n_own_link;
	guint n_prose;        /* of paragraphs, without what is noise */
	gboolean has_heading; /* an h1 */
	gboolean is_noise;
} Weight;

struct _OqArticle {
	xmlNode *body;
	xmlNode *root;
	xmlNode *heading;
	GArray *weights;
	gboolean is_plain; /* nothing is beside its text */
};

/* Where a name that does not belong to the text begins with one of these, or is it. */
static const char *const noise_begins[] = {"advert", "breadcrumb", "comment", "consent", "cookie",
	"disqus", "newsletter", "pagination", "recommend", "related", "sharing", "share", "sidebar",
	"social", "sponsor", "subscri", "uptolike", "addtoany", "teaser", "popular", "similar",
	"navbar", "navigation", "outbrain", "taboola", "copyright"};
static const char *const noise_words[] = {"ad", "ads", "adv", "adsense", "banner", "banners",
	"menu", "modal", "nav", "pager", "popup", "promo", "rating", "search", "tags", "ticker",
	"toolbar", "widget", "widgets", "footer", "login", "gdpr", "likely", NULL};

static Weight *
weight_of(const OqArticle *article, const xmlNode *node)
{
	return &g_array_index(article->weights, Weight, GPOINTER_TO_SIZE(node->_private));
}

static gboolean
is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static gboolean
is_one_of(const xmlNode *node, const char *const *names)
{
	return node->type == XML_ELEMENT_NODE &&
	       oq_elements_has_word((const char *)node->name, names);
}

/* "b-share__list" is of the words b, share and list. */
static gboolean
has_noise_word(const char *names)
{
	g_autofree char *words = g_ascii_strdown(names, (gssize)MIN(strlen(names), NAME_BYTES));
	for (char *p = words; *p != '\0'; p++)
		if (!g_ascii_isalpha(*p))
			*p = ' ';
	g_auto(GStrv) parts = g_strsplit(words, " ", -1);
	for (char **part = parts; *part != NULL; part++)
		for (gsize i = 0; i < G_N_ELEMENTS(noise_begins); i++)
			if (g_str_has_prefix(*part, noise_begins[i]))
				return TRUE;
	return oq_elements_has_word(words, noise_words);
}

static gboolean
has_noise_id(const char *id)
{
	guint n_words = 1;
	for (const char *p = id; *p != '\0'; p++)
		n_words += !g_ascii_isalnum(*p);
	return n_words <= N_ID_WORDS && has_noise_word(id);
}

static gboolean
is_noise_by_name(const xmlNode *node)
{
	static const char *const kept[] = {"html", "body", "main", "article", "h1", NULL};
	static const char *const semantic[] = {"nav", "aside", "footer", "form", "dialog", NULL};
	static const char *const roles[] = {"navigation", "complementary", "search", "contentinfo",
		"dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", NULL};
	const char *class = oq_html_tree_attribute(node, "class");
	const char *id = oq_html_tree_attribute(node, "id");
	const char *role = oq_html_tree_attribute(node, "role");
	if (is_one_of(node, kept))
		return FALSE;
	return is_one_of(node, semantic) || (class != NULL && has_noise_word(class)) ||
	       (id != NULL && has_noise_id(id)) ||
	       (role != NULL && oq_elements_has_word(role, roles));
}

static guint
count_text(const xmlNode *node)
{
	guint n = 0;
	for (const char *p = (const char *)node->content; p != NULL && *p != '\0'; p++)
		n += !g_ascii_isspace(*p);
	return n;
}

static gboolean
is_unread(const xmlNode *node)
{
	return oq_elements_judge((const char *)node->name, NULL) == OQ_ELEMENT_SKIPPED &&
	       !is_named(node, "nav");
}

static gboolean
is_block(const xmlNode *node)
{
	switch (oq_elements_judge((const char *)node->name, NULL)) {
	case OQ_ELEMENT_INLINE:
	case OQ_ELEMENT_LINK:
	case OQ_ELEMENT_RAISED:
		return FALSE;
	default:
		return TRUE;
	}
}

static void
weigh_text(OqArticle *article, const xmlNode *node)
{
	guint n = count_text(node);
	gboolean in_link = FALSE, in_block = FALSE;
	for (const xmlNode *around = node->parent;; around = around->parent) {
		Weight *weight = weight_of(article, around);
		in_link |= is_named(around, "a");
		weight->n_text += n;
		weight->n_link += in_link ? n : 0;
		if (!in_block && is_block(around)) {
			in_block = TRUE;
			weight->n_own += n;
			weight->n_own_link += in_link ? n : 0;
		}
		if (around == article->body)
			return;
	}
}

static void
weigh_element(OqArticle *article, const xmlNode *node)
{
	if (!is_named(node, "a") && !is_named(node, "h1"))
		return;
	for (const xmlNode *around = node; around != article->body; around = around->parent) {
		weight_of(article, around)->n_links += is_named(node, "a");
		weight_of(article, around)->has_heading |= is_named(node, "h1");
	}
}

static void
weigh(OqArticle *article)
{
	const xmlNode *body = article->body;
	for (xmlNode *node = article->body, *next; node != NULL; node = next) {
		gboolean is_element = node->type == XML_ELEMENT_NODE;
		if (is_element) {
			const Weight empty = {0};
			node->_private = GSIZE_TO_POINTER(article->weights->len);
			g_array_append_val(article->weights, empty);
			weigh_element(article, node);
		} else if (node->type == XML_TEXT_NODE) {
			weigh_text(article, node);
		}
		next = oq_html_tree_next(node, body, is_element && is_unread(node));
	}
}

/* What bears such a name and holds nearly all there is, holds the text, too. */
static gboolean
is_noise(const OqArticle *article, const xmlNode *node)
{
	const Weight *weight = weight_of(article, node), *all = weight_of(article, article->body);
	gboolean is_large = weight->n_text * 2 > all->n_text;
	gboolean is_main = weight->has_heading && weight->n_text * 5 > all->n_text;
	return is_noise_by_name(node) && !is_large && !is_main;
}

/* An element beside which there is hardly ever nothing else. */
static gboolean
tells_of_page(const xmlNode *node)
{
	static const char *const names[] = {
		"article", "main", "nav", "aside", "footer", "form", "button", "iframe", NULL};
	return is_one_of(node, names) && oq_html_tree_attribute(node, "role") == NULL;
}

static void
find_prose(OqArticle *article)
{
	for (xmlNode *node = article->body, *next; node != NULL; node = next) {
		gboolean is_element = node->type == XML_ELEMENT_NODE, is_over = FALSE;
		if (is_element) {
			Weight *weight = weight_of(article, node);
			weight->is_noise = is_noise(article, node);
			is_over = weight->is_noise || is_unread(node);
			article->is_plain &= !weight->is_noise && !tells_of_page(node);
			gboolean is_prose = weight->n_own >= PROSE_BYTES &&
					    weight->n_own_link * 3 < weight->n_own;
			for (const xmlNode *around = node; is_prose && !is_over;
				around = around->parent) {
				weight_of(article, around)->n_prose += weight->n_own;
				if (around == article->body)
					break;
			}
		}
		next = oq_html_tree_next(node, article->body, is_over);
	}
}

static gboolean
says_so(const xmlNode *node)
{
	static const char *const names[] = {"article", "main", NULL};
	static const char *const roles[] = {"main", "article", NULL};
	static const char *const properties[] = {"articleBody", NULL};
	const char *role = oq_html_tree_attribute(node, "role");
	const char *property = oq_html_tree_attribute(node, "itemprop");
	return is_one_of(node, names) || (role != NULL && oq_elements_has_word(role, roles)) ||
	       (property != NULL && oq_elements_has_word(property, properties));
}

/* The element that says of itself that it is the article, and has most of the prose: the innermost
 * one. One of many short ones is none. */
static xmlNode *
find_told(const OqArticle *article)
{
	xmlNode *found = article->body;
	guint n_found = 0;
	for (xmlNode *node = article->body, *next; node != NULL; node = next) {
		gboolean is_element = node->type == XML_ELEMENT_NODE, is_over = FALSE;
		if (is_element) {
			const Weight *weight = weight_of(article, node);
			is_over = weight->is_noise || is_unread(node);
			gboolean is_more = weight->n_prose * 10 >= n_found * 8;
			if (!is_over && weight->n_prose >= WHOLE_BYTES && is_more &&
				says_so(node)) {
				found = node;
				n_found = weight->n_prose;
			}
		}
		next = oq_html_tree_next(node, article->body, is_over);
	}
	guint n_all = weight_of(article, article->body)->n_prose;
	return n_found * 3 >= n_all ? found : article->body;
}

/* Returns: (nullable): the child that has four fifths of what prose there is. */
static xmlNode *
denser_child(const OqArticle *article, const xmlNode *node, guint n_all)
{
	for (xmlNode *child = node->children; child != NULL; child = child->next)
		if (child->type == XML_ELEMENT_NODE && !is_unread(child) && !is_named(child, "p") &&
			weight_of(article, child)->n_prose * 5 >= n_all * 4)
			return child;
	return NULL;
}

static xmlNode *
find_dense(const OqArticle *article)
{
	xmlNode *found = article->body;
	guint n_all = weight_of(article, found)->n_prose;
	for (xmlNode *child = found; n_all >= WHOLE_BYTES && child != NULL;
		child = denser_child(article, found, n_all))
		found = child;
	return found;
}

/* A name of the site that leads to its front page is not the article's. */
static gboolean
is_heading(const OqArticle *article, const xmlNode *node)
{
	const Weight *weight = weight_of(article, node);
	return is_named(node, "h1") && weight->n_text > weight->n_link;
}

static void
find_heading(OqArticle *article)
{
	for (xmlNode *node = article->body, *next; node != NULL; node = next) {
		gboolean is_element = node->type == XML_ELEMENT_NODE;
		gboolean is_over =
			is_element && (weight_of(article, node)->is_noise || is_unread(node));
		if (is_element && !is_over && is_heading(article, node)) {
			article->heading = node;
			return;
		}
		next = oq_html_tree_next(node, article->body, is_over);
	}
}

OqArticle *
oq_article_find(xmlNode *body)
{
	OqArticle *article = g_new0(OqArticle, 1);
	article->body = article->root = body;
	article->weights = g_array_new(FALSE, FALSE, sizeof(Weight));
	article->is_plain = TRUE;
	weigh(article);
	find_prose(article);
	const Weight *all = weight_of(article, body);
	article->is_plain &= all->n_link * 6 < all->n_text;
	if (article->is_plain)
		return article;
	article->root = find_told(article);
	if (article->root == body)
		article->root = find_dense(article);
	if (article->root != body && !weight_of(article, article->root)->has_heading)
		find_heading(article);
	return article;
}

void
oq_article_free(OqArticle *article)
{
	if (article == NULL)
		return;
	g_array_unref(article->weights);
	g_free(article);
}

xmlNode *
oq_article_root(const OqArticle *article)
{
	return article->root;
}

gboolean
oq_article_is_found(const OqArticle *article)
{
	return article->root != article->body;
}

xmlNode *
oq_article_heading(const OqArticle *article)
{
	return article->heading;
}

/* Links, and hardly anything else. */
static gboolean
is_group_of_links(const Weight *weight)
{
	return weight->n_links >= N_LINKS && weight->n_link * 10 >= weight->n_text * 7;
}

gboolean
oq_article_is_left_out(const OqArticle *article, const xmlNode *node)
{
	static const char *const groups[] = {
		"ul", "ol", "div", "section", "table", "header", "dl", NULL};
	if (article->is_plain || node == article->root)
		return FALSE;
	const Weight *weight = weight_of(article, node);
	return weight->is_noise || (article->root != article->body && is_one_of(node, groups) &&
					   is_group_of_links(weight));
}
