/* a11y_tree.c - see the header. */
#include "desktop/selection/a11y_tree.h"

#include "desktop/selection/embedded.h"
#include "desktop/selection/selection.h"

#include <string.h>

enum {
	MAX_DEPTH = 24,
	MAX_NODES = 20000, /* what lies deeper, or comes after them, is left out */
};

typedef struct {
	OqA11yTree *tree;
	OqA11yObject object;
	guint depth;
	gint start, end;
	gboolean is_part;       /* of it maybe not all is selected */
	char *text;             /* NULL: not read (yet) */
	GPtrArray *children;    /* of its objects, in their order; NULL: there are none */
	guint n_objects_before; /* in the object's text before the stretch */
} Node;

struct _OqA11yTree {
	GDBusConnection *connection;
	GCancellable *stop;
	OqA11yTreeDone done;
	gpointer data;
	Node *root;
	guint n_nodes, n_calls; /* calls that are not answered yet */
	gsize n_bytes;
};

static void
node_free(gpointer data)
{
	Node *node = data;

	oq_a11y_object_clear(&node->object);
	g_free(node->text);
	g_clear_pointer(&node->children, g_ptr_array_unref);
	g_free(node);
}

static Node *
node_new(OqA11yTree *tree, guint depth, const char *sender, const char *path)
{
	Node *node = g_new0(Node, 1);

	node->tree = tree;
	node->depth = depth;
	node->end = -1;
	oq_a11y_object_set(&node->object, sender, path);
	tree->n_nodes++;
	return node;
}

static GString *join(const Node *node);

static const char *
text_of_child(guint index, gpointer data)
{
	GPtrArray *texts = data;

	return index < texts->len ? texts->pdata[index] : NULL;
}

static GString *
join(const Node *node)
{
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; node->children != NULL && i < node->children->len; i++)
		g_ptr_array_add(texts, g_string_free(join(node->children->pdata[i]), FALSE));
	return oq_embedded_join(node->text != NULL ? node->text : "", text_of_child, texts);
}

static void
call(Node *node, const char *method, GVariant *arguments, const char *type, OqA11yReply taken)
{
	OqA11yTree *tree = node->tree;

	tree->n_calls++;
	oq_a11y_call(
		tree->connection, &node->object, method, arguments, type, tree->stop, taken, node);
}

/* Each reply ends with this; the last one is the end. */
static void
answer_call(OqA11yTree *tree)
{
	if (--tree->n_calls == 0)
		tree->done(join(tree->root), tree->data);
}

static void read_node(Node *node);

/* A child's part of the selection; all of it where it tells of none. */
static void
take_range(GVariant *reply, gpointer data)
{
	Node *node = data;
	gint start, end;

	if (reply != NULL) {
		g_variant_get(reply, "(ii)", &start, &end);
		if (start >= 0 && start < end) {
			node->start = start;
			node->end = end;
		}
	}
	read_node(node);
	answer_call(node->tree);
}

static void
take_role(GVariant *reply, gpointer data)
{
	Node *node = data;
	guint role = 0;

	if (reply != NULL)
		g_variant_get(reply, "(u)", &role);
	if (role == OQ_A11Y_ROLE_PASSWORD)
		node->text = NULL;
	else if (node->is_part)
		call(node, "Text.GetSelection", g_variant_new("(i)", 0), "(ii)", take_range);
	else
		read_node(node);
	answer_call(node->tree);
}

/* The objects of the text are the children, one by one, in toolkits that embed any. */
static void
take_children(GVariant *reply, gpointer data)
{
	Node *node = data;
	OqA11yTree *tree = node->tree;
	guint n_objects = oq_embedded_count(node->text);
	g_autoptr(GVariant) list = reply != NULL ? g_variant_get_child_value(reply, 0) : NULL;

	for (guint i = 0; i < n_objects && list != NULL; i++) {
		gsize index = (gsize)node->n_objects_before + i;
		const char *sender, *path;
		if (index >= g_variant_n_children(list) || tree->n_nodes >= MAX_NODES)
			break;
		g_variant_get_child(list, index, "(&s&o)", &sender, &path);
		Node *child = node_new(tree, node->depth + 1, sender, path);
		child->is_part = node->is_part && (i == 0 || i + 1 == n_objects);
		g_ptr_array_add(node->children, child);
		call(child, "Accessible.GetRole", NULL, "(u)", take_role);
	}
	answer_call(tree);
}

static void
ask_children(Node *node)
{
	node->children = g_ptr_array_new_with_free_func(node_free);
	call(node, "Accessible.GetChildren", NULL, "(a(so))", take_children);
}

static void
take_text_before(GVariant *reply, gpointer data)
{
	Node *node = data;
	const char *text = "";

	if (reply != NULL)
		g_variant_get(reply, "(&s)", &text);
	node->n_objects_before = oq_embedded_count(text);
	ask_children(node);
	answer_call(node->tree);
}

static void
take_text(GVariant *reply, gpointer data)
{
	Node *node = data;
	OqA11yTree *tree = node->tree;
	gboolean has_room = tree->n_bytes < OQ_SELECTION_MAX_BYTES;

	if (reply != NULL && has_room) {
		g_variant_get(reply, "(s)", &node->text);
		tree->n_bytes += strlen(node->text);
		if (node->depth < MAX_DEPTH && oq_embedded_count(node->text) > 0) {
			if (node->start > 0)
				call(node, "Text.GetText", g_variant_new("(ii)", 0, node->start),
					"(s)", take_text_before);
			else
				ask_children(node);
		}
	}
	answer_call(tree);
}

static void
read_node(Node *node)
{
	call(node, "Text.GetText", g_variant_new("(ii)", node->start, node->end), "(s)", take_text);
}

OqA11yTree *
oq_a11y_tree_read(GDBusConnection *connection, const OqA11yObject *object, gint start, gint end,
	gboolean is_selection, OqA11yTreeDone done, gpointer data)
{
	OqA11yTree *tree = g_new0(OqA11yTree, 1);

	tree->connection = g_object_ref(connection);
	tree->stop = g_cancellable_new();
	tree->done = done;
	tree->data = data;
	tree->root = node_new(tree, 0, object->sender, object->path);
	tree->root->start = start;
	tree->root->end = end;
	tree->root->is_part = is_selection;
	read_node(tree->root);
	return tree;
}

void
oq_a11y_tree_free(OqA11yTree *tree)
{
	if (tree == NULL)
		return;
	g_cancellable_cancel(tree->stop);
	g_object_unref(tree->stop);
	g_object_unref(tree->connection);
	node_free(tree->root);
	g_free(tree);
}
