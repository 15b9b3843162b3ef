/* package.h - what an EPUB's or a DAISY book's package file (OPF) says: of the book, and which
 * files in which order. */
#pragma once

#include "open/archive.h"

typedef struct {
	char *title;      /* nullable, as the others */
	char *author;     /* all of them, with commas */
	char *language;   /* a BCP 47 tag */
	char *ncx;        /* the member that has the table of contents of EPUB 2 and DAISY 3 */
	char *nav;        /* … of EPUB 3 */
	GPtrArray *texts; /* char *: members, in their order; those beside the order last */
} OqPackage;

/** oq_package_new: an empty one. */
OqPackage *oq_package_new(void);

/** oq_package_read: @name: of the member.
 * Returns: NULL and OQ_OPEN_ERROR_DAMAGED or _LIMIT */
OqPackage *oq_package_read(OqArchive *archive, const char *name, GError **error);
void oq_package_free(OqPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPackage, oq_package_free)

/** oq_package_find: (transfer full) (nullable): the name of the package file: as the container
 * says, else the first one that is called so. */
char *oq_package_find(OqArchive *archive);
