/* The sparse half of one training step: sums of rows, and Adam on the rows a batch touched.
   Compiled by encoder_kernel.py; every array is allocated there. DIM is set on the command line. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#define AHEAD 6

/* Lists the tokens of each group of texts as slots among the distinct words of the batch; returns how many words there are.
   Words for which `left_out` (may be NULL) is set are left out. `slot_of` is all -1 before and after. */
int64_t list_words(const uint32_t *tokens, const int64_t *text_starts, const uint32_t *texts, const int64_t *group_starts,
                   int64_t groups, const uint8_t *left_out, int32_t *slot_of, int32_t *slots, int64_t *slot_starts,
                   uint32_t *words) {
    int64_t used = 0, distinct = 0;
    slot_starts[0] = 0;
    for (int64_t g = 0; g < groups; g++) {
        for (int64_t k = group_starts[g]; k < group_starts[g + 1]; k++) {
            int64_t first = text_starts[texts[k]], last = text_starts[texts[k] + 1];
            for (int64_t i = first; i < last; i++) {
                uint32_t word = tokens[i];
                if (left_out && left_out[word]) continue;
                if (slot_of[word] < 0) {
                    slot_of[word] = (int32_t)distinct;
                    words[distinct++] = word;
                }
                slots[used++] = slot_of[word];
            }
        }
        slot_starts[g + 1] = used;
    }
    for (int64_t i = 0; i < distinct; i++) slot_of[words[i]] = -1;
    return distinct;
}

/* Asks for the row a few places ahead, so that it is there when its turn comes. */
static inline void fetch(const float *row) {
    for (int d = 0; d < DIM; d += 16) __builtin_prefetch(row + d);
}

/* out[i] = the sum of table rows rows[starts[pick[i]] ... ]; pick may be NULL. */
void sum_rows(const float *table, const int32_t *rows, const int64_t *starts, const uint32_t *pick, int64_t count, float *out) {
#pragma omp parallel for schedule(dynamic, 256)
    for (int64_t i = 0; i < count; i++) {
        float total[DIM] = {0};
        int64_t at = pick ? pick[i] : i, next = i + 1 < count ? (pick ? pick[i + 1] : i + 1) : at;
        for (int64_t k = starts[next]; k < starts[next + 1] && k < starts[next] + AHEAD; k++) fetch(table + (int64_t)rows[k] * DIM);
        int64_t ends = starts[at + 1];
        for (int64_t k = starts[at]; k < starts[at + 1]; k++) {
            const float *row = table + (int64_t)rows[k] * DIM;
            if (k + AHEAD < ends) fetch(table + (int64_t)rows[k + AHEAD] * DIM);
            for (int d = 0; d < DIM; d++) total[d] += row[d];
        }
        memcpy(out + i * DIM, total, sizeof total);
    }
}

/* Turns lists of columns per row into lists of rows per column. `fill` has columns + 1 places. */
void transpose(const int32_t *cols, const int64_t *starts, int64_t rows, int64_t columns, int64_t *col_starts, int64_t *fill,
               int32_t *out) {
    memset(col_starts, 0, (size_t)(columns + 1) * sizeof *col_starts);
    for (int64_t k = 0; k < starts[rows]; k++) col_starts[cols[k] + 1]++;
    for (int64_t c = 0; c < columns; c++) col_starts[c + 1] += col_starts[c];
    memcpy(fill, col_starts, (size_t)(columns + 1) * sizeof *fill);
    for (int64_t r = 0; r < rows; r++)
        for (int64_t k = starts[r]; k < starts[r + 1]; k++) out[fill[cols[k]]++] = (int32_t)r;
}

/* Lists the features of the batch's words as slots among its distinct features; returns how many there are. */
int64_t list_features(const int32_t *rows, const int64_t *starts, const uint32_t *words, int64_t count, int32_t *slot_of,
                      int32_t *slots, int64_t *slot_starts, int32_t *features) {
    int64_t used = 0, distinct = 0;
    slot_starts[0] = 0;
    for (int64_t i = 0; i < count; i++) {
        for (int64_t k = starts[words[i]]; k < starts[words[i] + 1]; k++) {
            int32_t row = rows[k];
            if (slot_of[row] < 0) {
                slot_of[row] = (int32_t)distinct;
                features[distinct++] = row;
            }
            slots[used++] = slot_of[row];
        }
        slot_starts[i + 1] = used;
    }
    for (int64_t i = 0; i < distinct; i++) slot_of[features[i]] = -1;
    return distinct;
}

/* Adam on each distinct feature's row; its gradient is the sum of the gradients of the words that have it. */
void update_rows(float *table, float *first, float *second, const int32_t *features, int64_t count, const int64_t *word_starts,
                 const int32_t *words, const float *word_gradients, float rate, float beta1, float beta2, float epsilon) {
#pragma omp parallel for schedule(dynamic, 256)
    for (int64_t i = 0; i < count; i++) {
        float gradient[DIM] = {0};
        for (int64_t k = word_starts[i]; k < word_starts[i + 1]; k++) {
            const float *part = word_gradients + (int64_t)words[k] * DIM;
            for (int d = 0; d < DIM; d++) gradient[d] += part[d];
        }
        int64_t at = (int64_t)features[i] * DIM;
        if (i + 1 < count) {
            int64_t next = (int64_t)features[i + 1] * DIM;
            fetch(table + next), fetch(first + next), fetch(second + next);
        }
        float *row = table + at, *m = first + at, *v = second + at;
        for (int d = 0; d < DIM; d++) {
            m[d] = beta1 * m[d] + (1 - beta1) * gradient[d];
            v[d] = beta2 * v[d] + (1 - beta2) * gradient[d] * gradient[d];
            row[d] -= rate * m[d] / (sqrtf(v[d]) + epsilon);
        }
    }
}

/* scores become exp(scale * (score - margin on the diagonal - 1)), 0 for other copies of a text; fills sums and positives. */
void exponentials(float *scores, int64_t count, const uint64_t *left, const uint64_t *right, float scale, float margin,
                  float *row_sums, float *column_sums, float *positive) {
    memset(column_sums, 0, (size_t)count * sizeof *column_sums);
    for (int64_t i = 0; i < count; i++) {
        float *row = scores + i * count, total = 0;
        uint64_t own_left = left[i], own_right = right[i];
        float own = scale * (row[i] - margin - 1);
        for (int64_t j = 0; j < count; j++) {
            float value = expf(scale * (row[j] - 1));
            row[j] = (left[j] == own_left || right[j] == own_right) ? 0 : value;
        }
        row[i] = expf(own);
        positive[i] = own;
        for (int64_t j = 0; j < count; j++) {
            total += row[j];
            column_sums[j] += row[j];
        }
        row_sums[i] = total;
    }
}

/* exponentials become the gradient of the loss by the score. */
void score_gradient(float *scores, int64_t count, float scale, const float *row_sums, const float *column_sums) {
    float factor = scale / (2 * (float)count);
    for (int64_t i = 0; i < count; i++) {
        float *row = scores + i * count, by_row = 1 / row_sums[i];
        for (int64_t j = 0; j < count; j++) row[j] *= factor * (by_row + 1 / column_sums[j]);
        row[i] -= 2 * factor;
    }
}
