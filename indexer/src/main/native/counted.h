/*
 * The core's allocations, counted and kept in a list a parse: what a text makes the core allocate, all that it frees again
 * included, follows both the time and the memory that it costs, and is the same for every run on the same text. Past its
 * allowance a parse is left at once, and its list is freed. Included before the core's own sources.
 */
#ifndef ORRERY_COUNTED_H
#define ORRERY_COUNTED_H
#include <stddef.h>

void *orrery_malloc(size_t size);
void *orrery_calloc(size_t count, size_t size);
void *orrery_realloc(void *memory, size_t size);
void orrery_free(void *memory);

#define ts_malloc orrery_malloc
#define ts_calloc orrery_calloc
#define ts_realloc orrery_realloc
#define ts_free orrery_free
#endif
