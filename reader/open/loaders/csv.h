/* csv.h - tables as text: values parted by commas, semicolons or tabs, the first row a head. */
#pragma once

#include "open/loader.h"

extern const OqLoader oq_loader_csv;
