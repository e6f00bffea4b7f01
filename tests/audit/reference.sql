-- The whole audit in plain SQL, written from the rules and not from the code. One database holds many worlds (`w`): each a plan,
-- a roster and one period's figures.
--
--   world   (w, month, expect_all)                  the period is that month of 2025
--   unit    (w, u, level, parent, submits, area, exists_at_end, submitted)     area: what the roster says it covers, or null
--   target  (w, t, kind, comparison, p, q, tracked, zero_is_met, weight, all_levels)
--           kind: share, count, yes; the threshold is p/q of the denominator, or p things; the weight is in halves
--   holds   (w, t, level)                           the levels that a target is for
--   part    (w, t, k, area, of_the_month)           what its fields cover; whether all of them are sums
--   uses    (w, t, k, field, sign)                  +1 the denominator, -1 an exclusion, 0 the numerator
--   figure  (w, u, field, state, value)             no row: the submission has no place for it
--   share   (w, u, t, k, state, value)              a percentage given for a part, in 10**12ths
--   waiver  (w, u, t)                               in force at the period's end

-- Digits of a/b in base 10**9: fractions in exact order, since different ones with denominators below 10**27 differ within 54 digits.
CREATE MACRO rest(a, b) AS ((a % b) * 1000000000::HUGEINT);
CREATE MACRO digits(a, b) AS [
  a // b,
  rest(a, b) // b,
  rest(rest(a, b), b) // b,
  rest(rest(rest(a, b), b), b) // b,
  rest(rest(rest(rest(a, b), b), b), b) // b,
  rest(rest(rest(rest(rest(a, b), b), b), b), b) // b,
  rest(rest(rest(rest(rest(rest(a, b), b), b), b), b), b) // b];
CREATE MACRO multiplied(factors) AS list_reduce(factors, lambda x, y: x * y, 1::HUGEINT);

-- Goals. `base` is the denominator, or how many units are to reach a count or to say yes.
CREATE MACRO is_upper(comparison) AS comparison IN ('<', '<=');
CREATE MACRO meets(kind, comparison, n, base, p, q) AS CASE
  WHEN kind = 'yes' THEN n = base
  WHEN kind = 'count' THEN CASE comparison
    WHEN '>' THEN n >= (p + 1) * base WHEN '>=' THEN n >= p * base WHEN '<' THEN n <= (p - 1) * base ELSE n <= p * base END
  ELSE CASE comparison
    WHEN '>' THEN n * q > p * base WHEN '>=' THEN n * q >= p * base WHEN '<' THEN n * q < p * base ELSE n * q <= p * base END END;
CREATE MACRO required(kind, comparison, base, p, q) AS CASE
  WHEN kind = 'yes' THEN base
  WHEN kind = 'count' THEN CASE comparison WHEN '>' THEN (p + 1) * base WHEN '<' THEN (p - 1) * base ELSE p * base END
  ELSE CASE comparison
    WHEN '>' THEN p * base // q + 1 WHEN '>=' THEN (p * base + q - 1) // q
    WHEN '<' THEN (p * base + q - 1) // q - 1 ELSE p * base // q END END;

CREATE TABLE audited AS
SELECT unit.*,
  exists_at_end AND CASE
    WHEN NOT expect_all THEN submitted
    ELSE submits = 'monthly' OR (submits = 'quarterly' AND month % 3 = 0) OR (submits = 'yearly' AND month = 12) END AS expected,
  submitted OR expected AS judged
FROM unit JOIN world USING (w);

-- The figures of each part, unit by unit: the first reason that holds.
CREATE TABLE known AS
WITH stated AS (
  SELECT a.w, a.u, t, k, sign, coalesce(state, 'missing') AS state, coalesce(value, 0)::HUGEINT AS value
  FROM audited a JOIN uses USING (w) LEFT JOIN figure f ON f.w = a.w AND f.u = a.u AND f.field = uses.field
), summed AS (
  SELECT w, u, t, k, list(state) AS states,
    sum(CASE WHEN sign = 0 THEN value END)::HUGEINT AS n, sum(sign * value) FILTER (sign <> 0)::HUGEINT AS denominator,
    -- A percentage stands for a numerator or a denominator that nobody gave, where no figure is unsure and there is something to count.
    bool_or(sign >= 0 AND state IN ('missing', 'blank'))
      AND bool_and(state IN ('missing', 'blank', 'zero', 'figure'))
      AND NOT coalesce(bool_or(sign = 1 AND state IN ('zero', 'figure') AND value = 0), false) AS replaceable
  FROM stated GROUP BY ALL
), given AS (
  SELECT summed.*, CASE WHEN replaceable THEN share.state END AS given_state,
    CASE WHEN replaceable AND share.state = 'figure' THEN share.value::HUGEINT END AS share
  FROM summed LEFT JOIN share USING (w, u, t, k)
)
SELECT w, u, t, k, share, CASE WHEN share IS NULL THEN n ELSE share END AS n,
  CASE WHEN share IS NULL THEN denominator ELSE 1000000000000 END AS denominator,
  CASE WHEN share IS NULL THEN coalesce(denominator, 1) ELSE 1000000000000 END AS base, CASE
    WHEN NOT exists_at_end THEN 'closed'
    WHEN NOT coalesce(holds.level IS NOT NULL OR (a.level IS NULL AND all_levels), false) THEN 'level'
    WHEN NOT submitted THEN 'not_submitted'
    WHEN given_state IS NOT NULL THEN CASE given_state WHEN 'figure' THEN NULL WHEN 'incomplete' THEN 'incomplete_period' ELSE given_state END
    WHEN list_contains(states, 'unreadable') THEN 'unreadable'
    WHEN list_contains(states, 'inconsistent') THEN 'inconsistent'
    WHEN list_contains(states, 'blank') THEN 'blank'
    WHEN list_contains(states, 'missing') THEN 'not_submitted'
    WHEN n > denominator THEN 'inconsistent'
  END AS reason
FROM given JOIN audited a USING (w, u) JOIN target USING (w, t) LEFT JOIN holds ON holds.w = a.w AND holds.t = given.t AND holds.level = a.level
WHERE judged;

-- Only those that were counted can be added up.
CREATE TABLE adding AS SELECT * FROM known WHERE reason IS NULL AND share IS NULL;

-- The same for whole branches: `top` is the unit above all of them, -1 for everything.
CREATE TABLE branch AS
WITH RECURSIVE below AS (
  SELECT w, u AS top, u FROM unit
  UNION ALL SELECT below.w, top, unit.u FROM below JOIN unit ON unit.w = below.w AND unit.parent = below.u
)
SELECT * FROM below WHERE top IN (SELECT parent FROM unit WHERE unit.w = below.w)
UNION ALL SELECT w, -1, u FROM unit;

-- Going down each branch, the first complete figure of an area counts and nothing below it is added.
CREATE TABLE counted AS
WITH RECURSIVE figures AS (
  SELECT unit.w, unit.u, parent, part.t, part.k, n, denominator, adding.w IS NOT NULL AS complete,
    complete AND coalesce(unit.area, part.area) AS stop
  FROM unit JOIN part USING (w) LEFT JOIN adding USING (w, u, t, k)
), reached AS (
  SELECT w, t, k, u AS top, u, complete, stop, n, denominator FROM figures
  UNION ALL SELECT w, t, k, -1, u, complete, stop, n, denominator FROM figures WHERE parent IS NULL
  UNION ALL SELECT f.w, f.t, f.k, r.top, f.u, f.complete, f.stop, f.n, f.denominator
    FROM reached r JOIN figures f ON f.w = r.w AND f.t = r.t AND f.k = r.k AND f.parent = r.u WHERE NOT r.stop
)
SELECT w, t, k, top, sum(n)::HUGEINT AS n, sum(denominator)::HUGEINT AS denominator FROM reached WHERE complete GROUP BY ALL;

CREATE TABLE known_of_branch AS
WITH covered AS (
  SELECT w, top, t, k,
    coalesce(count(*) FILTER (reason IS NULL OR reason NOT IN ('level', 'closed')), 0) AS applicable,
    count(*) FILTER (expected AND (reason IS NULL OR reason NOT IN ('level', 'closed'))) AS had_to,
    count(*) FILTER (expected AND reason IS NULL AND share IS NULL) AS did,
    count(*) FILTER (reason IS NULL AND share IS NULL) AS adding,
    count(*) FILTER (expected AND reason IS NULL AND n > 0) AS said_yes
  FROM branch JOIN audited USING (w, u) JOIN known USING (w, u) GROUP BY ALL
), every AS (
  SELECT DISTINCT branch.w, top, t, k, kind FROM branch JOIN part USING (w) JOIN target USING (w, t)
)
SELECT e.w, e.top AS u, e.t, e.k, NULL::HUGEINT AS share, CASE WHEN kind = 'yes' THEN said_yes ELSE counted.n END::HUGEINT AS n,
  CASE kind WHEN 'yes' THEN had_to WHEN 'share' THEN counted.denominator END::HUGEINT AS denominator,
  CASE WHEN kind = 'share' THEN counted.denominator ELSE had_to END::HUGEINT AS base,
  CASE WHEN coalesce(applicable, 0) = 0 THEN 'level' WHEN did < had_to OR adding = 0 THEN 'partial' END AS reason,
  coalesce(adding, 0) > 0 AND reason IS DISTINCT FROM 'level' AS has_figures
FROM every e LEFT JOIN covered USING (w, top, t, k) LEFT JOIN counted USING (w, top, t, k);

CREATE TABLE line AS
SELECT 'unit' AS axis, w, u, t, k, share, n, denominator, base, reason, reason IS NULL AS has_figures FROM known
UNION ALL SELECT 'branch', w, u, t, k, share, n, denominator, base, reason, has_figures FROM known_of_branch;

CREATE TABLE measured AS
WITH judged AS (
  SELECT line.*, kind, comparison, p, q, tracked, zero_is_met, of_the_month,
    has_figures AND base <> 0 AND NOT tracked AS comparable,
    reason IS NULL AND base = 0 AS is_zero,
    meets(kind, comparison, n, base, p, q) AS reached, required(kind, comparison, base, p, q) AS needed
  FROM line JOIN target USING (w, t) JOIN part USING (w, t, k)
), decided AS (
  SELECT *, CASE
      WHEN reason IN ('level', 'closed') THEN 'not_applicable'
      WHEN is_zero THEN CASE WHEN zero_is_met AND NOT tracked THEN 'met' ELSE 'not_applicable' END
      WHEN comparable AND NOT reached THEN 'gap'
      WHEN reason IS NOT NULL THEN 'no_data'
      WHEN tracked THEN 'tracked' ELSE 'met' END AS status
  FROM judged
)
SELECT axis, w, u, t, k, status,
  CASE WHEN is_zero THEN 'zero_denominator' WHEN status <> 'gap' THEN reason END AS reason,
  CASE WHEN has_figures AND share IS NULL THEN n END AS n, CASE WHEN has_figures AND share IS NULL THEN denominator END AS denominator,
  CASE WHEN share IS NOT NULL THEN NULL WHEN comparable THEN needed WHEN status = 'met' THEN 0 END AS required_count,
  CASE WHEN share IS NULL THEN CASE status WHEN 'met' THEN 0 WHEN 'gap' THEN abs(needed - n) END END AS to_go,
  CASE WHEN status = 'gap' AND share IS NULL AND kind = 'share' AND of_the_month AND NOT is_upper(comparison) AND p < q
    THEN CASE comparison WHEN '>' THEN (p * base - q * n) // (q - p) + 1 ELSE (p * base - q * n + q - p - 1) // (q - p) END END AS to_go_new,
  CASE status WHEN 'met' THEN 1 WHEN 'gap' THEN CASE WHEN is_upper(comparison) THEN needed ELSE n END // common END::HUGEINT AS attained,
  CASE status WHEN 'met' THEN 1 WHEN 'gap' THEN CASE WHEN is_upper(comparison) THEN n ELSE needed END // common END::HUGEINT AS attainable,
  CASE WHEN reason IS NULL THEN share END AS share
FROM (SELECT *, CASE WHEN share IS NULL THEN 1 ELSE gcd(needed, n) END AS common FROM decided);

-- Several parts: any gap, else any without data; not applicable only if all are. The target shows the part that decides.
CREATE TABLE assessed AS
WITH joined AS (
  SELECT axis, w, u, t, CASE
    WHEN bool_or(status = 'gap') THEN 'gap' WHEN bool_or(status = 'no_data') THEN 'no_data'
    WHEN bool_and(status = 'not_applicable') THEN 'not_applicable' WHEN bool_or(status = 'tracked') THEN 'tracked' ELSE 'met' END AS status,
    bool_or(status <> 'not_applicable' AND reason IS DISTINCT FROM 'zero_denominator') AS has_claim
  FROM measured GROUP BY ALL
)
SELECT axis, w, u, t, k, has_claim AND NOT tracked AS applies, waiver.w IS NOT NULL AND axis = 'unit' AND status = 'gap' AS waived,
  status, measured.* EXCLUDE (axis, w, u, t, k, status), weight
FROM joined JOIN measured USING (axis, w, u, t, status) JOIN target USING (w, t) LEFT JOIN waiver USING (w, u, t)
QUALIFY row_number() OVER (
  PARTITION BY axis, w, u, t ORDER BY CASE WHEN status = 'gap' THEN digits(attained, attainable) END, k) = 1;

-- Scores: the sum of weight * attainment over the sum of weights, over a common denominator.
CREATE TABLE scored AS
WITH common AS (
  SELECT axis, w, u, multiplied(list(coalesce(attainable, 1))) AS whole, sum(weight)::HUGEINT AS weights,
    count(*) AS applying, count(*) FILTER (status IN ('met', 'gap')) AS with_figures
  FROM assessed WHERE applies GROUP BY ALL
)
SELECT axis, w, u, sum(weight * coalesce(attained, 0) * (whole // coalesce(attainable, 1)))::HUGEINT AS earned, any_value(whole * weights) AS possible,
  any_value(with_figures) AS with_figures, any_value(applying) AS applying
FROM common JOIN assessed USING (axis, w, u) WHERE applies GROUP BY ALL;

CREATE TABLE ranked AS
SELECT w, u, rank() OVER (PARTITION BY w ORDER BY digits(earned, possible)) AS rank,
  rank() OVER (PARTITION BY w, level ORDER BY digits(earned, possible)) AS rank_in_level
FROM scored JOIN unit USING (w, u) WHERE axis = 'unit';

CREATE TABLE ranked_gap AS
SELECT w, u, t, rank() OVER best AS rank, row_number() OVER (PARTITION BY w ORDER BY loss DESC, to_go DESC, t, u) AS place
FROM (SELECT *, digits(weight * (attainable - attained), attainable) AS loss FROM assessed WHERE axis = 'unit' AND status = 'gap' AND NOT waived)
WINDOW best AS (PARTITION BY w ORDER BY loss DESC, to_go DESC);

CREATE TABLE ranked_target AS
SELECT w, t, rank() OVER best AS rank, row_number() OVER (PARTITION BY w ORDER BY tier, loss DESC, coalesce(to_go, -1) DESC, t) AS place
FROM (
  SELECT *, list_position(['gap', 'no_data', 'met', 'tracked', 'not_applicable'], status) AS tier,
    CASE WHEN attainable IS NOT NULL THEN digits(weight * (attainable - attained), attainable)
      WHEN applies THEN digits(weight::HUGEINT, 1::HUGEINT) ELSE digits(0::HUGEINT, 1::HUGEINT) END AS loss
  FROM assessed WHERE axis = 'branch' AND u = -1)
WINDOW best AS (PARTITION BY w ORDER BY tier, loss DESC, coalesce(to_go, -1) DESC);

CREATE TABLE coverage AS
WITH per_unit AS (
  SELECT w, u, t, bool_and(reason IS NULL AND share IS NULL) AS counted, bool_and(reason IS NULL) AS complete, bool_and(reason IS NULL OR reason NOT IN ('level', 'closed')) AS applicable
  FROM known GROUP BY ALL
)
SELECT branch.w, top AS u, t, count(*) FILTER (expected AND applicable) AS units_expected,
  count(*) FILTER (expected AND applicable AND counted) AS units_reported,
  count(*) FILTER (expected AND applicable AND complete AND NOT counted) AS units_by_share,
  count(*) FILTER (expected AND status = 'met') AS met, count(*) FILTER (expected AND status = 'gap') AS gap,
  count(*) FILTER (expected AND status = 'no_data') AS no_data
FROM branch JOIN audited USING (w, u) JOIN per_unit USING (w, u)
  JOIN (SELECT w, u, t, status FROM assessed WHERE axis = 'unit') USING (w, u, t)
GROUP BY ALL;
