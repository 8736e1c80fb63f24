/// Functions of well-known libraries that do no more than allocate memory or give it back: whoever called them raced.
enum AllocatorWrappers {
  /// A rule for each library.
  static let rules: [PlumbingRule] = names.map { .function($0, "allocators of libraries") }

  private static let names: [StaticString] = [
    // GLib
    "g_malloc", "g_malloc0", "g_malloc_n", "g_malloc0_n", "g_try_malloc", "g_try_malloc0", "g_try_malloc_n",
    "g_realloc", "g_realloc_n", "g_try_realloc", "g_free", "g_free_sized", "g_strdup", "g_strndup",
    "g_memdup", "g_memdup2", "g_slice_alloc", "g_slice_alloc0", "g_slice_copy", "g_slice_free1",
    "g_slice_free_chain_with_offset", "g_aligned_alloc", "g_aligned_free",
    // OpenSSL
    "CRYPTO_malloc", "CRYPTO_zalloc", "CRYPTO_realloc", "CRYPTO_clear_realloc", "CRYPTO_free",
    "CRYPTO_clear_free", "CRYPTO_strdup", "CRYPTO_memdup",
    // jemalloc, mimalloc, talloc, APR, Python, PostgreSQL, SQLite, libxml2, libuv, SDL
    "je_malloc", "je_calloc", "je_realloc", "je_free", "je_mallocx", "je_rallocx", "je_dallocx",
    "je_sdallocx",
    "mi_malloc", "mi_zalloc", "mi_calloc", "mi_realloc", "mi_free", "_talloc_free", "_talloc_array",
    "talloc_named_const", "apr_palloc", "apr_pcalloc", "PyMem_Malloc", "PyMem_Calloc", "PyMem_Realloc",
    "PyMem_Free", "PyMem_RawMalloc", "PyMem_RawCalloc", "PyMem_RawFree", "PyObject_Malloc", "PyObject_Calloc",
    "PyObject_Free", "palloc", "palloc0", "repalloc", "pfree", "pg_malloc", "pg_malloc0", "pg_free",
    "sqlite3_malloc", "sqlite3_malloc64", "sqlite3_free", "sqlite3Malloc", "sqlite3MemMalloc",
    "sqlite3MemFree",
    "uv__malloc", "uv__calloc", "uv__realloc", "uv__free", "SDL_malloc",
    "SDL_calloc", "SDL_realloc", "SDL_free",
    // FFmpeg, Redis, Ruby, nginx, DPDK, gperftools, libevent
    "av_malloc", "av_mallocz", "av_calloc", "av_realloc", "av_free", "av_freep", "zmalloc", "zcalloc",
    "zrealloc",
    "zfree", "ruby_xmalloc", "ruby_xcalloc", "ruby_xrealloc", "ruby_xfree", "ngx_alloc", "ngx_calloc",
    "ngx_palloc",
    "rte_malloc", "rte_zmalloc", "rte_free", "tc_malloc", "tc_calloc", "tc_realloc", "tc_free",
    "event_mm_malloc_",
    "event_mm_calloc_", "event_mm_realloc_", "event_mm_free_",
    // What programs call an allocator that ends them when there is no memory
    "xmalloc", "xcalloc", "xzalloc", "xrealloc", "xfree", "xstrdup", "xstrndup", "xmemdup",
  ]
}
