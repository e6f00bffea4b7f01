"""A small targets.yaml with one target of every kind, to be changed in tests."""

SMALL = """\
code: 7/KH
title: {vi: Kế hoạch, en: Plan}
organisation: {vi: Công đoàn, en: Union}
deadline: 2025-12-31
levels:
  office:
    label: {vi: Cơ quan, en: Office}
    submits: monthly
  branch:
    label: {vi: Chi nhánh, en: Branch}
    submits: via_parent
    aliases: {vi: [CN], en: [Branches]}
    names_begin: [Chi nhánh]
fields:
  computers:
    label: {vi: Máy tính, en: Computers}
    unit: {vi: máy, en: computers}
    over_periods: last
    covers: own
    aliases:
      vi: [Tổng số máy tính]
      en: [All computers]
  protected:
    label: {vi: Máy được bảo vệ, en: Protected}
    over_periods: last
    covers: own
  secret:
    label: {vi: Máy mật, en: Secret}
    over_periods: last
    covers: own
    blank_is: zero
  members:
    label: {vi: Đoàn viên, en: Members}
    over_periods: last
    covers: area
  studied:
    label: {vi: Đã học tập, en: Studied}
    kind: yes_no
    over_periods: last
    covers: own
targets:
  protection:
    label: {vi: Bảo vệ, en: Protection}
    source: {vi: câu văn, en: sentence}
    levels: all
    goal: ">= 100%"
    numerator: protected
    denominator: computers
    less: [secret]
    weight: 0.5
    on_zero_denominator: met
    milestones:
      2024-12-31: ">= 90%"
      2023-12-31: ">= 80%"
    owner: {vi: Văn phòng, en: General office}
    action: {vi: Cài đặt, en: Install}
  study:
    number: 12
    label: {vi: Học tập, en: Study}
    source: {vi: câu văn, en: sentence}
    levels: [branch]
    goal: yes
    numerator: studied
    deadline: 2024-06-30
  stock:
    label: {vi: Số máy, en: Stock}
    source: {vi: câu văn, en: sentence}
    levels: branch
    goal: ">= 1"
    numerator: computers
  watched:
    label: {vi: Theo dõi, en: Watched}
    source: {vi: câu văn, en: sentence}
    levels: [office, branch]
    goal: tracked
    numerator: members
"""
