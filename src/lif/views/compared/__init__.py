"""What a figure is beside others: its place among areas, a funnel of them, differences between groups."""
