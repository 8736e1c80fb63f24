// The sample that `racetui --demo` opens, inside the program: a log, and the code that it names.
#include "demo.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t file_0[] = {
#embed "../../samples/shop-test.log"
};
static const uint8_t file_1[] = {
#embed "../../samples/shop/cart/cart.go"
};
static const uint8_t file_2[] = {
#embed "../../samples/shop/cart/cart_test.go"
};
static const uint8_t file_3[] = {
#embed "../../samples/shop/catalog/catalog.go"
};
static const uint8_t file_4[] = {
#embed "../../samples/shop/catalog/catalog_test.go"
};
static const uint8_t file_5[] = {
#embed "../../samples/shop/go.mod"
};
static const uint8_t file_6[] = {
#embed "../../samples/shop/jobs/jobs.go"
};
static const uint8_t file_7[] = {
#embed "../../samples/shop/jobs/jobs_test.go"
};
static const uint8_t file_8[] = {
#embed "../../samples/shop/pool/pool.go"
};
static const uint8_t file_9[] = {
#embed "../../samples/shop/price/price.go"
};
static const uint8_t file_10[] = {
#embed "../../samples/shop/price/price_test.go"
};
static const uint8_t file_11[] = {
#embed "../../samples/shop/web/web.go"
};
static const uint8_t file_12[] = {
#embed "../../samples/shop/web/web_test.go"
};

const demo_file demo_files[] = {
    {"shop-test.log", file_0, sizeof file_0},
    {"shop/cart/cart.go", file_1, sizeof file_1},
    {"shop/cart/cart_test.go", file_2, sizeof file_2},
    {"shop/catalog/catalog.go", file_3, sizeof file_3},
    {"shop/catalog/catalog_test.go", file_4, sizeof file_4},
    {"shop/go.mod", file_5, sizeof file_5},
    {"shop/jobs/jobs.go", file_6, sizeof file_6},
    {"shop/jobs/jobs_test.go", file_7, sizeof file_7},
    {"shop/pool/pool.go", file_8, sizeof file_8},
    {"shop/price/price.go", file_9, sizeof file_9},
    {"shop/price/price_test.go", file_10, sizeof file_10},
    {"shop/web/web.go", file_11, sizeof file_11},
    {"shop/web/web_test.go", file_12, sizeof file_12},
};

const size_t demo_file_count = sizeof demo_files / sizeof demo_files[0];

const demo_file *demo_file_at(size_t number) { return &demo_files[number]; }
