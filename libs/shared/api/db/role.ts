/** The roles of `2-domain.md`; identity's contract names the same. Here because rights stand below every area. */
export type Role = 'coordinator' | 'partner' | 'county_staff' | 'county_admin' | 'national_reader' | 'system_admin';
