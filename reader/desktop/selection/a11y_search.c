/* a11y_search.c - see the header. */
#include "desktop/selection/a11y_search.h"

enum {
	MAX_NODES = 2000, /* a table may have more cells than anybody looks at */
};

typedef enum {
	REGISTRY,
	PROGRAM,
	WINDOW,
	PART,
} Level;

typedef struct {
	OqA11ySearch *search;
	OqA11yObject object;
	Level level;
} Node;

struct _OqA11ySearch {
	GDBusConnection *connection;
	GCancellable *stop;
	OqA11ySearchDone done;
	gpointer data;
	GPtrArray *nodes;
	guint n_calls; /* that are not answered yet */
};

static void
node_free(gpointer data)
{
	Node *node = data;

	oq_a11y_object_clear(&node->object);
	g_free(node);
}

static void
end(OqA11ySearch *search, const Node *found)
{
	g_cancellable_cancel(search->stop);
	search->done(found != NULL ? &found->object : NULL, search->data);
}

static void
call(Node *node, const char *method, GVariant *arguments, const char *type, OqA11yReply taken)
{
	OqA11ySearch *search = node->search;

	search->n_calls++;
	oq_a11y_call(search->connection, &node->object, method, arguments, type, search->stop,
		taken, node);
}

/* Each reply but the one that is looked for ends with this. */
static void
answer_call(OqA11ySearch *search)
{
	if (--search->n_calls == 0)
		end(search, NULL);
}

static void visit(OqA11ySearch *search, const char *sender, const char *path, Level level);

static void
take_children(GVariant *reply, gpointer data)
{
	Node *node = data;
	OqA11ySearch *search = node->search;
	g_autoptr(GVariant) list = reply != NULL ? g_variant_get_child_value(reply, 0) : NULL;
	gsize n_children = list != NULL ? g_variant_n_children(list) : 0;

	for (gsize i = 0; i < n_children && search->nodes->len < MAX_NODES; i++) {
		const char *sender, *path;
		g_variant_get_child(list, i, "(&s&o)", &sender, &path);
		visit(search, sender, path, node->level == PART ? PART : node->level + 1);
	}
	answer_call(search);
}

/* Asked as one question, which not every toolkit understands: then the window is walked through. */
static void
take_matches(GVariant *reply, gpointer data)
{
	Node *node = data;
	OqA11ySearch *search = node->search;
	g_autoptr(GVariant) list = reply != NULL ? g_variant_get_child_value(reply, 0) : NULL;
	const char *sender, *path;

	if (list != NULL && g_variant_n_children(list) > 0) {
		g_variant_get_child(list, 0, "(&s&o)", &sender, &path);
		oq_a11y_object_set(&node->object, sender, path);
		end(search, node);
		return;
	}
	call(node, "Accessible.GetChildren", NULL, "(a(so))", take_children);
	answer_call(search);
}

static void
ask_match(Node *node)
{
	enum { MATCH_ALL = 1, CANONICAL_ORDER = 1 };
	GVariantBuilder states = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("ai"));

	g_variant_builder_add(&states, "i", 1 << OQ_A11Y_STATE_FOCUSED);
	g_variant_builder_add(&states, "i", 0);
	call(node, "Collection.GetMatches",
		g_variant_new("((aiia{ss}iaiiasib)uib)", &states, MATCH_ALL, NULL, MATCH_ALL, NULL,
			MATCH_ALL, NULL, MATCH_ALL, FALSE, CANONICAL_ORDER, 1, TRUE),
		"(a(so))", take_matches);
}

static void
take_states(GVariant *reply, gpointer data)
{
	Node *node = data;
	OqA11ySearch *search = node->search;
	gboolean is_open = oq_a11y_has_state(
		reply, node->level == WINDOW ? OQ_A11Y_STATE_ACTIVE : OQ_A11Y_STATE_SHOWING);

	if (node->level == PART && oq_a11y_has_state(reply, OQ_A11Y_STATE_FOCUSED)) {
		end(search, node);
		return;
	}
	if (is_open && node->level == WINDOW)
		ask_match(node);
	else if (is_open)
		call(node, "Accessible.GetChildren", NULL, "(a(so))", take_children);
	answer_call(search);
}

static void
visit(OqA11ySearch *search, const char *sender, const char *path, Level level)
{
	Node *node = g_new0(Node, 1);

	node->search = search;
	node->level = level;
	oq_a11y_object_set(&node->object, sender, path);
	g_ptr_array_add(search->nodes, node);
	if (level >= WINDOW)
		call(node, "Accessible.GetState", NULL, "(au)", take_states);
	else
		call(node, "Accessible.GetChildren", NULL, "(a(so))", take_children);
}

OqA11ySearch *
oq_a11y_search(GDBusConnection *connection, OqA11ySearchDone done, gpointer data)
{
	OqA11ySearch *search = g_new0(OqA11ySearch, 1);

	search->connection = g_object_ref(connection);
	search->stop = g_cancellable_new();
	search->done = done;
	search->data = data;
	search->nodes = g_ptr_array_new_with_free_func(node_free);
	visit(search, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", REGISTRY);
	return search;
}

void
oq_a11y_search_free(OqA11ySearch *search)
{
	if (search == NULL)
		return;
	g_cancellable_cancel(search->stop);
	g_object_unref(search->stop);
	g_object_unref(search->connection);
	g_ptr_array_unref(search->nodes);
	g_free(search);
}
